package org.guitu.geofence.zone;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** A polygon by its {@link Edges}, or a route by its own and its buffer. */
final class PreparedEdges implements PreparedArea {

    private final Edges edges;
    private final double referenceLongitude;
    private final boolean filled;
    private final double bufferMeters;

    private PreparedEdges(List<Coordinate[]> runs, boolean filled, double bufferMeters) {
        this.filled = filled;
        this.bufferMeters = bufferMeters;
        int vertices = Edges.verticesOf(runs);
        edges = new Edges(vertices, Edges.blocksOf(vertices));
        referenceLongitude = runs.isEmpty() ? 0 : runs.getFirst()[0].x;
        edges.add(runs, referenceLongitude);
    }

    static PreparedEdges outline(Area.Polygonal polygonal) {
        return new PreparedEdges(Edges.runs(polygonal), true, 0);
    }

    static PreparedEdges corridor(Area.Corridor corridor) {
        return new PreparedEdges(Edges.runs(corridor), false, corridor.bufferMeters());
    }

    @Override
    public double signedDistance(LocalFrame from) {
        return signedDistance(from, Double.POSITIVE_INFINITY);
    }

    @Override
    public double signedDistance(LocalFrame from, double withinMeters) {
        double reach = withinMeters + bufferMeters;
        double signedSquare = edges.signedSquare(
                0,
                edges.vertices(),
                0,
                referenceLongitude + LocalFrame.shortWay(from.longitude - referenceLongitude),
                from.latitude,
                from.metersPerDegreeEast,
                from.metersPerDegreeNorth,
                filled,
                reach * reach);
        return Edges.signedRoot(signedSquare) - bufferMeters;
    }
}
