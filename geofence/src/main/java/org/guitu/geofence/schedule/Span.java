package org.guitu.geofence.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of time, and the arithmetic of lists of them. Lists are in order and their stretches neither overlap nor touch, unless said otherwise.
 *
 * @param from inclusive
 * @param to exclusive, not before {@code from}
 */
public record Span(Instant from, Instant to) {

    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a span ends before it begins");
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    public boolean isEmpty() {
        return from.equals(to);
    }

    /** The same time as a list in order, of stretches in any order that may overlap. */
    public static List<Span> merged(Collection<Span> spans) {
        var merged = new ArrayList<Span>();
        for (Span span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            Span last = merged.isEmpty() ? null : merged.getLast();
            if (span.isEmpty()) {
                continue;
            }
            if (last == null || span.from.isAfter(last.to)) {
                merged.add(span);
            } else if (span.to.isAfter(last.to)) {
                merged.set(merged.size() - 1, new Span(last.from, span.to));
            }
        }
        return merged;
    }

    /** What is in one list and not in the other. */
    public static List<Span> without(List<Span> spans, List<Span> holes) {
        var left = new ArrayList<Span>();
        int first = 0;
        for (Span span : spans) {
            Instant at = span.from;
            while (first < holes.size() && !holes.get(first).to.isAfter(span.from)) {
                first++;
            }
            for (int i = first; i < holes.size() && holes.get(i).from.isBefore(span.to); i++) {
                Span hole = holes.get(i);
                if (at.isBefore(hole.from)) {
                    left.add(new Span(at, hole.from));
                }
                at = hole.to.isAfter(at) ? hole.to : at;
            }
            if (at.isBefore(span.to)) {
                left.add(new Span(at, span.to));
            }
        }
        return left;
    }

    /** What is in both lists. */
    public static List<Span> common(List<Span> a, List<Span> b) {
        return without(a, without(a, b));
    }

    /** How long a list is, all told. */
    public static Duration total(List<Span> spans) {
        Duration total = Duration.ZERO;
        for (Span span : spans) {
            total = total.plus(span.length());
        }
        return total;
    }
}
