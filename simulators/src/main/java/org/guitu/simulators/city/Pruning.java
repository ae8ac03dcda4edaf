package org.guitu.simulators.city;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guitu.simulators.city.RoadGraph.Stretch;
import org.locationtech.jts.geom.Coordinate;

/** Leaves of the road net only what can be reached from everywhere: no stubs where a road ran past its end, no islands. */
final class Pruning {

    /** Longer dead ends are cul-de-sacs and stay. */
    private static final double STUB = 45;

    private Pruning() {}

    static List<Stretch> prune(List<Stretch> stretches) {
        List<Stretch> kept = stretches;
        int before;
        do {
            before = kept.size();
            kept = withoutStubs(kept);
        } while (kept.size() < before);
        return largestPart(kept);
    }

    static Coordinate start(Stretch stretch) {
        return stretch.line().getCoordinateN(0);
    }

    static Coordinate end(Stretch stretch) {
        return stretch.line().getCoordinateN(stretch.line().getNumPoints() - 1);
    }

    private static List<Stretch> withoutStubs(List<Stretch> stretches) {
        Map<Coordinate, List<Stretch>> meeting = meeting(stretches);
        List<Stretch> kept = new ArrayList<>();
        for (Stretch stretch : stretches) {
            boolean dead = meeting.getOrDefault(start(stretch), List.of()).size() == 1
                    || meeting.getOrDefault(end(stretch), List.of()).size() == 1;
            if (!dead || stretch.line().getLength() > STUB) {
                kept.add(stretch);
            }
        }
        return kept;
    }

    private static List<Stretch> largestPart(List<Stretch> stretches) {
        Map<Coordinate, List<Stretch>> meeting = meeting(stretches);
        Set<Coordinate> seen = new HashSet<>();
        Set<Coordinate> largest = Set.of();
        for (Coordinate node : meeting.keySet()) {
            if (seen.contains(node)) {
                continue;
            }
            Set<Coordinate> part = reachable(node, meeting);
            seen.addAll(part);
            largest = part.size() > largest.size() ? part : largest;
        }
        Set<Coordinate> main = largest;
        return stretches.stream().filter(s -> main.contains(start(s))).toList();
    }

    private static Set<Coordinate> reachable(Coordinate from, Map<Coordinate, List<Stretch>> meeting) {
        Set<Coordinate> part = new HashSet<>(Set.of(from));
        Deque<Coordinate> open = new ArrayDeque<>(part);
        while (!open.isEmpty()) {
            for (Stretch stretch : meeting.getOrDefault(open.pop(), List.of())) {
                for (Coordinate next : List.of(start(stretch), end(stretch))) {
                    if (part.add(next)) {
                        open.push(next);
                    }
                }
            }
        }
        return part;
    }

    private static Map<Coordinate, List<Stretch>> meeting(List<Stretch> stretches) {
        Map<Coordinate, List<Stretch>> meeting = new LinkedHashMap<>();
        for (Stretch stretch : stretches) {
            meeting.computeIfAbsent(start(stretch), key -> new ArrayList<>()).add(stretch);
            meeting.computeIfAbsent(end(stretch), key -> new ArrayList<>()).add(stretch);
        }
        return meeting;
    }
}
