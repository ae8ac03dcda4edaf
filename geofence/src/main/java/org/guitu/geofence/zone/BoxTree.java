package org.guitu.geofence.zone;

import java.util.Arrays;

/**
 * A packed R-tree over boxes in degrees, in one flat array: level 0 holds the items in the order of a Hilbert curve, each level above one
 * entry for every sixteen below, and no entry points anywhere, because its children are found by counting. Immutable.
 *
 * <p>An entry holds centre and half extents, which makes the short way round the globe one subtraction however a box lies to the date line,
 * and the <em>reach</em>: by how many metres something in the box extends beyond it (a circle's box is its centre, a corridor's is its line's).
 * So boxes hold in the frame of any fix, whatever a degree measures there.
 */
final class BoxTree {

    static final int FAN_OUT = 16;
    /** Longitude and latitude of the centre, half the extent of each, reach in metres. */
    static final int ENTRY = 5;

    /** Degrees, a micrometre: more than rounding can take from an extent. */
    static final double ROUNDING = 1e-11;

    private static final int CURVE_BITS = 19;
    private static final int INDEX_BITS = 24;

    final double[] entries;
    private final int[] levelStart;

    /** Builds the levels above items that lie in their final order. */
    BoxTree(double[] items) {
        int size = items.length / ENTRY;
        levelStart = levelStarts(size);
        entries = Arrays.copyOf(items, levelStart[levelStart.length - 1] * ENTRY);
        for (int level = 1; level < levels(); level++) {
            for (int i = 0; i < size(level); i++) {
                join(level - 1, i * FAN_OUT, start(level) + i);
            }
        }
    }

    private static int[] levelStarts(int size) {
        int[] starts = new int[12];
        int levels = 1;
        starts[1] = size;
        for (int count = size; count > FAN_OUT; levels++) {
            count = (count + FAN_OUT - 1) / FAN_OUT;
            starts[levels + 1] = starts[levels] + count;
        }
        return Arrays.copyOf(starts, levels + 1);
    }

    /** Levels, items included; the topmost has at most {@value #FAN_OUT} entries. */
    int levels() {
        return levelStart.length - 1;
    }

    int size(int level) {
        return levelStart[level + 1] - levelStart[level];
    }

    /** The entry at which a level begins. */
    int start(int level) {
        return levelStart[level];
    }

    double reachMeters(int item) {
        return entries[item * ENTRY + 4];
    }

    long bytes() {
        return 8L * entries.length;
    }

    private void join(int level, int first, int into) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        double reach = 0;
        int last = start(level) + Math.min(size(level), first + FAN_OUT);
        for (int i = start(level) + first; i < last; i++) {
            int e = i * ENTRY;
            minX = Math.min(minX, entries[e] - entries[e + 2]);
            maxX = Math.max(maxX, entries[e] + entries[e + 2]);
            minY = Math.min(minY, entries[e + 1] - entries[e + 3]);
            maxY = Math.max(maxY, entries[e + 1] + entries[e + 3]);
            reach = Math.max(reach, entries[e + 4]);
        }
        put(entries, into, minX, minY, maxX, maxY, reach);
    }

    static void put(
            double[] entries, int index, double minX, double minY, double maxX, double maxY, double reachMeters) {
        int e = index * ENTRY;
        entries[e] = (minX + maxX) / 2;
        entries[e + 1] = (minY + maxY) / 2;
        entries[e + 2] = (maxX - minX) / 2 + ROUNDING;
        entries[e + 3] = (maxY - minY) / 2 + ROUNDING;
        entries[e + 4] = reachMeters;
    }

    /** The order in which items lie along a Hilbert curve over all their centres: neighbours on it are neighbours on the ground. */
    static int[] order(double[] items) {
        int size = items.length / ENTRY;
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double extent = ROUNDING;
        for (int e = 0; e < items.length; e += ENTRY) {
            minX = Math.min(minX, items[e]);
            minY = Math.min(minY, items[e + 1]);
        }
        for (int e = 0; e < items.length; e += ENTRY) {
            extent = Math.max(extent, Math.max(items[e] - minX, items[e + 1] - minY));
        }
        double scale = ((1 << CURVE_BITS) - 1) / extent;
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            int x = (int) ((items[i * ENTRY] - minX) * scale);
            int y = (int) ((items[i * ENTRY + 1] - minY) * scale);
            keys[i] = alongCurve(x, y) << INDEX_BITS | i;
        }
        Arrays.sort(keys);
        int[] order = new int[size];
        Arrays.setAll(order, i -> (int) (keys[i] & ((1 << INDEX_BITS) - 1)));
        return order;
    }

    private static long alongCurve(int x, int y) {
        long along = 0;
        for (int side = 1 << (CURVE_BITS - 1); side > 0; side >>= 1) {
            boolean right = (x & side) != 0;
            boolean upper = (y & side) != 0;
            along = along << 2 | (right ? (upper ? 2 : 3) : (upper ? 1 : 0));
            if (!upper) {
                int turned = right ? ~x : x;
                x = right ? ~y : y;
                y = turned;
            }
        }
        return along;
    }
}
