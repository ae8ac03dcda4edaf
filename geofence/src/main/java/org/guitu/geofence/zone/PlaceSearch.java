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
    /** On each level, the entries of one node that may hold something nearer, the most promising first; and their bounds. */
    private final int[] candidates;

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
        candidates = new int[tree.levels() * BoxTree.FAN_OUT];
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
        int start = tree.start(level);
        int count = 0;
        for (int i = first; i < end; i++) {
            double bound = bound((start + i) * BoxTree.ENTRY);
            if (bound < best) {
                count = insert(scratch, count, i, bound);
            }
        }
        for (int i = scratch; i < scratch + count && bounds[i] < best; i++) {
            if (level == 0) {
                measure(candidates[i], bounds[i]);
            } else {
                int child = candidates[i] * BoxTree.FAN_OUT;
                visit(level - 1, child, Math.min(tree.size(level - 1), child + BoxTree.FAN_OUT));
            }
        }
    }

    /** Keeps the candidates of a level in ascending order of their bounds. */
    private int insert(int scratch, int count, int candidate, double bound) {
        int at = scratch + count;
        for (; at > scratch && bounds[at - 1] > bound; at--) {
            bounds[at] = bounds[at - 1];
            candidates[at] = candidates[at - 1];
        }
        bounds[at] = bound;
        candidates[at] = candidate;
        return count + 1;
    }

    /**
     * The least signed distance that anything under an entry can have; for a circle the distance itself. Within the box an outline's depth is
     * at most the way to the box's nearest side, and that of a circle or corridor at most its reach.
     */
    private double bound(int e) {
        double gapX = (Math.abs(LocalFrame.shortWay(entries[e] - px)) - entries[e + 2]) * kx;
        double gapY = (Math.abs(entries[e + 1] - py) - entries[e + 3]) * ky;
        double reach = entries[e + 4];
        double gap = Math.max(gapX, gapY);
        if (gap - reach >= best) {
            return Double.POSITIVE_INFINITY; // too far along one axis: no need of a root
        }
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
