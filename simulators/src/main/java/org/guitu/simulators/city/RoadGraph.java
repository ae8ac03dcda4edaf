package org.guitu.simulators.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.noding.IntersectionAdder;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;

/** The roads as a connected graph: crossings and the stretches between them, in plane metres. Immutable after building. */
public final class RoadGraph {

    /**
     * One stretch between two crossings.
     *
     * @param id its index in {@link #edges()}
     * @param from node id at the start of the line
     * @param to node id at its end
     * @param road the road it is part of
     * @param line the way it takes
     */
    public record Edge(int id, int from, int to, Road road, LineString line) {}

    /**
     * A place on a stretch.
     *
     * @param edge the stretch
     * @param alongMeters distance from its start
     * @param point the place itself
     * @param awayMeters how far the place asked for lies from it
     */
    public record Foothold(Edge edge, double alongMeters, Coordinate point, double awayMeters) {}

    private final List<Coordinate> nodes;
    private final List<Edge> edges;
    private final List<List<Edge>> leaving;
    private final STRtree index = new STRtree();

    private RoadGraph(List<Coordinate> nodes, List<Edge> edges) {
        this.nodes = List.copyOf(nodes);
        this.edges = List.copyOf(edges);
        this.leaving = new ArrayList<>();
        nodes.forEach(node -> leaving.add(new ArrayList<>()));
        for (Edge edge : edges) {
            leaving.get(edge.from()).add(edge);
            leaving.get(edge.to()).add(edge);
            index.insert(edge.line().getEnvelopeInternal(), edge);
        }
        index.build();
    }

    /** Cuts the roads where they meet, drops stubs and islands. */
    static RoadGraph of(List<Road> roads, GeometryFactory shapes) {
        List<NodedSegmentString> strings = new ArrayList<>();
        for (Road road : roads) {
            strings.add(new NodedSegmentString(road.line().getCoordinates(), road));
        }
        MCIndexNoder noder = new MCIndexNoder(new IntersectionAdder(new RobustLineIntersector()));
        noder.computeNodes(strings);
        List<Stretch> stretches = new ArrayList<>();
        for (Object piece : noder.getNodedSubstrings()) {
            SegmentString string = (SegmentString) piece;
            stretches.add(new Stretch((Road) string.getData(), shapes.createLineString(string.getCoordinates())));
        }
        return number(Pruning.prune(stretches));
    }

    /** A stretch before nodes are numbered. */
    record Stretch(Road road, LineString line) {}

    private static RoadGraph number(List<Stretch> stretches) {
        Map<Coordinate, Integer> ids = new HashMap<>();
        List<Coordinate> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (Stretch stretch : stretches) {
            int from = node(Pruning.start(stretch), ids, nodes);
            int to = node(Pruning.end(stretch), ids, nodes);
            edges.add(new Edge(edges.size(), from, to, stretch.road(), stretch.line()));
        }
        return new RoadGraph(nodes, edges);
    }

    private static int node(Coordinate at, Map<Coordinate, Integer> ids, List<Coordinate> nodes) {
        return ids.computeIfAbsent(at, key -> {
            nodes.add(key);
            return nodes.size() - 1;
        });
    }

    public List<Coordinate> nodes() {
        return nodes;
    }

    public List<Edge> edges() {
        return edges;
    }

    /** The stretches that meet at a node. */
    public List<Edge> at(int node) {
        return leaving.get(node);
    }

    /** The nearest place on any road. */
    public Foothold nearest(Coordinate point) {
        Foothold best = null;
        for (double reach = 200; best == null; reach *= 3) {
            Envelope around = new Envelope(point);
            around.expandBy(reach);
            for (Object candidate : index.query(around)) {
                Foothold foothold = foothold((Edge) candidate, point);
                if (foothold.awayMeters() <= reach && (best == null || closer(foothold, best))) {
                    best = foothold;
                }
            }
        }
        return best;
    }

    private static boolean closer(Foothold one, Foothold other) {
        int byDistance = Double.compare(one.awayMeters(), other.awayMeters());
        return byDistance != 0 ? byDistance < 0 : one.edge().id() < other.edge().id();
    }

    private static Foothold foothold(Edge edge, Coordinate point) {
        LengthIndexedLine line = new LengthIndexedLine(edge.line());
        double along = line.project(point);
        Coordinate on = line.extractPoint(along);
        return new Foothold(edge, along, on, on.distance(point));
    }
}
