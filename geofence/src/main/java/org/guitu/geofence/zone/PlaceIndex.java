package org.guitu.geofence.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * All places of an agency that one order names together (schools, markets, homes of victims), and the nearest of them to a fix. Immutable and
 * thread-safe; flat arrays only, some two hundred bytes a place.
 *
 * <p>{@link #nearest} answers what {@link PreparedArea#signedDistance} of every place would, the least of them: inside several places, that of
 * the one in which the point lies deepest. A {@link BoxTree} passes over what cannot be nearer, {@link Edges} measures what may be.
 */
public final class PlaceIndex {

    /** More places than this are refused. */
    public static final int PLACES_MAX = 4_000_000;

    final BoxTree tree;
    final Edges edges;
    /** Of each place in the tree's order, and one more; circles have no vertices. */
    final int[] firstVertex;

    final int[] firstBlock;
    private final long[] ids;

    /**
     * One place.
     *
     * @param id the caller's; places may share one, as parts of a whole
     * @param area its ground
     */
    public record Place(long id, Area area) {}

    /**
     * The answer to {@link #nearest}.
     *
     * @param placeId the nearest place; empty if all are further than was asked
     * @param signedMeters to its nearest edge, negative inside, exact; without a place the bound that was asked, which every place exceeds
     */
    public record Nearest(OptionalLong placeId, double signedMeters) {}

    private PlaceIndex(List<Place> places, double[] items, int vertices, int blocks) {
        int size = places.size();
        int[] order = BoxTree.order(items);
        double[] ordered = new double[items.length];
        edges = new Edges(vertices, blocks);
        firstVertex = new int[size + 1];
        firstBlock = new int[size + 1];
        ids = new long[size];
        for (int i = 0; i < size; i++) {
            Place place = places.get(order[i]);
            System.arraycopy(items, order[i] * BoxTree.ENTRY, ordered, i * BoxTree.ENTRY, BoxTree.ENTRY);
            ids[i] = place.id();
            PlaceBoxes.addEdges(place.area(), edges);
            firstVertex[i + 1] = edges.vertices();
            firstBlock[i + 1] = edges.blocks();
        }
        tree = new BoxTree(ordered);
    }

    /**
     * Builds the index: some milliseconds for a thousand places.
     *
     * @throws IllegalArgumentException if there are more than {@value #PLACES_MAX} places, or one of them, which it names by its id, is empty,
     *     has no positive extent, or lies off the globe. It does not ask whether outlines are valid: {@link AreaProblems} does
     */
    public static PlaceIndex of(List<Place> places) {
        List<Place> all = parts(places);
        if (all.size() > PLACES_MAX) {
            throw new IllegalArgumentException(all.size() + " places are more than " + PLACES_MAX);
        }
        var boxes = new PlaceBoxes(all);
        return new PlaceIndex(all, boxes.items, boxes.vertices, boxes.blocks);
    }

    /** Alternatives part by part: places may share an id. */
    private static List<Place> parts(List<Place> places) {
        var parts = new ArrayList<Place>(places.size());
        for (Place place : places) {
            if (place.area() instanceof Area.AnyOf anyOf) {
                anyOf.parts().forEach(part -> parts.add(new Place(place.id(), part)));
            } else {
                parts.add(place);
            }
        }
        return parts;
    }

    /**
     * The place whose nearest edge is nearest to the frame's origin, or in which the origin lies deepest.
     *
     * @param withinMeters how far to look: the less, the cheaper. Infinite for any distance; negative to ask only for places in which the
     *     origin lies at least this deep
     * @throws IllegalArgumentException if {@code withinMeters} is not a number
     */
    public Nearest nearest(LocalFrame from, double withinMeters) {
        if (Double.isNaN(withinMeters)) {
            throw new IllegalArgumentException("within how many metres?");
        }
        var search = new PlaceSearch(this, from, withinMeters);
        int found = search.run();
        return found < 0
                ? new Nearest(OptionalLong.empty(), withinMeters)
                : new Nearest(OptionalLong.of(ids[found]), search.signedMeters());
    }

    /** How many places there are. */
    public int size() {
        return ids.length;
    }

    /** The memory this holds: the sum of its arrays. */
    public long bytes() {
        return tree.bytes() + edges.bytes() + 4L * (firstVertex.length + firstBlock.length) + 8L * ids.length;
    }
}
