package org.guitu.simulators.city;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.guitu.simulators.city.RoadGraph.Edge;
import org.guitu.simulators.city.RoadGraph.Foothold;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Finds the shortest way along the roads (A* with the straight line as estimate), from door to door. */
public final class Router {

    private final RoadGraph graph;

    public Router(RoadGraph graph) {
        this.graph = graph;
    }

    /** The shortest way between two points of the plane, with the steps from the door to the road at either end. */
    public Route route(Coordinate from, Coordinate to) {
        Foothold start = graph.nearest(from);
        Foothold goal = graph.nearest(to);
        List<Coordinate> points = new ArrayList<>(List.of(from, start.point()));
        if (start.edge().id() == goal.edge().id()) {
            addStretch(points, start.edge(), start.alongMeters(), goal.alongMeters());
        } else {
            addWay(points, start, goal);
        }
        points.add(to);
        return Route.through(points);
    }

    /** The name of the road nearest to a point of the plane. */
    public Name nearestRoad(Coordinate point) {
        return graph.nearest(point).edge().road().name();
    }

    private record Step(int node, double walked, double estimate) {}

    private void addWay(List<Coordinate> points, Foothold start, Foothold goal) {
        Map<Integer, Double> best = new HashMap<>();
        Map<Integer, Edge> by = new HashMap<>();
        PriorityQueue<Step> open =
                new PriorityQueue<>(Comparator.comparingDouble(Step::estimate).thenComparingInt(Step::node));
        reach(start.edge().from(), start.alongMeters(), goal, best, open);
        reach(start.edge().to(), start.edge().line().getLength() - start.alongMeters(), goal, best, open);
        double shortest = Double.MAX_VALUE;
        int last = -1;
        while (!open.isEmpty() && open.peek().estimate() < shortest) {
            Step step = open.remove();
            if (step.walked() > best.getOrDefault(step.node(), Double.MAX_VALUE)) {
                continue;
            }
            double whole = step.walked() + rest(step.node(), goal);
            if (whole < shortest) {
                shortest = whole;
                last = step.node();
            }
            for (Edge edge : graph.at(step.node())) {
                int next = other(edge, step.node());
                double walked = step.walked() + edge.line().getLength();
                if (walked < best.getOrDefault(next, Double.MAX_VALUE)) {
                    by.put(next, edge);
                    reach(next, walked, goal, best, open);
                }
            }
        }
        unwind(points, start, goal, last, by);
    }

    private void reach(int node, double walked, Foothold goal, Map<Integer, Double> best, PriorityQueue<Step> open) {
        if (walked < best.getOrDefault(node, Double.MAX_VALUE)) {
            best.put(node, walked);
            open.add(new Step(node, walked, walked + graph.nodes().get(node).distance(goal.point())));
        }
    }

    /** From a node to the goal, if the node is an end of the goal's stretch. */
    private static double rest(int node, Foothold goal) {
        double viaStart = goal.edge().from() == node ? goal.alongMeters() : Double.MAX_VALUE;
        double viaEnd =
                goal.edge().to() == node ? goal.edge().line().getLength() - goal.alongMeters() : Double.MAX_VALUE;
        return Math.min(viaStart, viaEnd);
    }

    private void unwind(List<Coordinate> points, Foothold start, Foothold goal, int last, Map<Integer, Edge> by) {
        Deque<Edge> edges = new ArrayDeque<>();
        int node = last;
        while (by.containsKey(node)) {
            Edge edge = by.get(node);
            edges.push(edge);
            node = other(edge, node);
        }
        addStretch(points, start.edge(), start.alongMeters(), end(start.edge(), node));
        for (Edge edge : edges) {
            int next = other(edge, node);
            addStretch(points, edge, end(edge, node), end(edge, next));
            node = next;
        }
        addStretch(points, goal.edge(), end(goal.edge(), node), goal.alongMeters());
    }

    private static int other(Edge edge, int node) {
        return edge.from() == node ? edge.to() : edge.from();
    }

    private static double end(Edge edge, int node) {
        return edge.from() == node ? 0 : edge.line().getLength();
    }

    private static void addStretch(List<Coordinate> points, Edge edge, double from, double to) {
        Coordinate[] piece = new LengthIndexedLine(edge.line())
                .extractLine(Math.min(from, to), Math.max(from, to))
                .getCoordinates();
        List<Coordinate> way = new ArrayList<>(List.of(piece));
        if (from > to) {
            Collections.reverse(way);
        }
        points.addAll(way);
    }
}
