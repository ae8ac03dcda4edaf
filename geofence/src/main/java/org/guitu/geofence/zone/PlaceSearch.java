package org.guitu.geofence.zone;

/**
 * One question to a {@link PlaceIndex}: down the tree, the most promising entry of each node first, until nothing left can be nearer than what
 * was found. Used once, by one thread.
 */
final class PlaceSearch {

    private final PlaceIndex index;
    private final BoxTree tree;
    private final double[] entries;
    private final double px;
    private final double py;
    private final double kx;
    private final double ky;
    /** Of the entries of the node being looked at on each level. */
    private final double[] bounds;

    private double best;
    private int found = -1;

    PlaceSearch(PlaceIndex index, LocalFrame from, double withinMeters) {
        this.index = index;
        tree = index.tree;
        entries = tree.entries;
        px = LocalFrame.shortWay(from.longitude);
        py = from.latitude;
        kx = from.metersPerDegreeEast;
        ky = from.metersPerDegreeNorth;
        bounds = new double[tree.levels() * BoxTree.FAN_OUT];
        // Exactly so far away is still within.
        best = Math.nextUp(withinMeters);
    }

    /** The position of the nearest place in the index; -1 if none is near enough. */
    int run() {
        int top = tree.levels() - 1;
        visit(top, 0, tree.size(top));
        return found;
    }

    double signedMeters() {
        return best;
    }

    private void visit(int level, int first, int end) {
        int scratch = level * BoxTree.FAN_OUT;
        int count = end - first;
        for (int i = 0; i < count; i++) {
            bounds[scratch + i] = bound(tree.start(level) + first + i);
        }
        for (int i = next(scratch, count); i >= 0; i = next(scratch, count)) {
            double bound = bounds[scratch + i];
            bounds[scratch + i] = Double.POSITIVE_INFINITY;
            if (level == 0) {
                measure(first + i, bound);
            } else {
                int child = (first + i) * BoxTree.FAN_OUT;
                visit(level - 1, child, Math.min(tree.size(level - 1), child + BoxTree.FAN_OUT));
            }
        }
    }

    /** The entry of least bound that can still improve on the best; -1 if none can. */
    private int next(int scratch, int count) {
        int next = -1;
        double least = best;
        for (int i = 0; i < count; i++) {
            if (bounds[scratch + i] < least) {
                least = bounds[scratch + i];
                next = i;
            }
        }
        return next;
    }

    /**
     * The least signed distance that anything under an entry can have. Within the box an outline's depth is at most the way to the box's
     * nearest side, and that of a circle or corridor at most its reach.
     */
    private double bound(int entry) {
        int e = entry * BoxTree.ENTRY;
        double gapX = (Math.abs(LocalFrame.shortWay(entries[e] - px)) - entries[e + 2]) * kx;
        double gapY = (Math.abs(entries[e + 1] - py) - entries[e + 3]) * ky;
        double reach = entries[e + 4];
        double gap = Math.max(gapX, gapY);
        if (gap <= 0) {
            return Math.min(-reach, gap);
        }
        double x = Math.max(0, gapX);
        double y = Math.max(0, gapY);
        return Math.sqrt(x * x + y * y) - reach;
    }

    private void measure(int item, double bound) {
        int first = index.firstVertex[item];
        int end = index.firstVertex[item + 1];
        double signedMeters = first == end ? bound : toEdges(item, first, end, bound);
        if (signedMeters < best) {
            best = signedMeters;
            found = item;
        }
    }

    private double toEdges(int item, int first, int end, double bound) {
        double reach = tree.reachMeters(item);
        boolean filled = reach == 0;
        // Within its box the point may be deep in the outline: then no edge is too far to matter.
        double far = filled && bound <= 0 ? Double.POSITIVE_INFINITY : best + reach;
        double reference = index.edges.xs[first];
        double signedSquare = index.edges.signedSquare(
                first,
                end,
                index.firstBlock[item],
                reference + LocalFrame.shortWay(px - reference),
                py,
                kx,
                ky,
                filled,
                far * far * (1 + 1e-9));
        return Edges.signedRoot(signedSquare) - reach;
    }
}
