package org.guitu.geofence.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When a rule is in force: weekly windows in a named time zone.
 *
 * <p>A window's edge is the first instant at which the wall clock of its zone has reached the written date and time. So where the clock
 * springs forward over an edge, the edge is the moment of the change; where the clock falls back, the edge is the first of the two times it
 * shows the hour, and the second showing changes nothing. Windows therefore never flicker, and an overnight curfew is an hour shorter or
 * longer on those two nights, as a person reading the order by the clock on the wall would expect.
 *
 * @param zone the time zone the windows are written in
 * @param windows may overlap or touch; together they are the hours in force
 */
public record WeeklySchedule(ZoneId zone, List<Window> windows) {

    /** A window may last a day and a clock change, and a week must pass before the pattern is known to repeat. */
    private static final int DAYS_BACK = 3;

    private static final int DAYS_AHEAD = 10;

    /**
     * A window that opens on each of {@code days}. If {@code to} is not after {@code from} it closes on the next day; equal times mean
     * twenty-four hours by the wall clock.
     */
    public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Window {
            days = Set.copyOf(days);
        }
    }

    public WeeklySchedule {
        windows = List.copyOf(windows);
    }

    /** Whether a window is open at the instant; opening instants belong to the window, closing instants do not. */
    public boolean isOpen(Instant at) {
        return phaseAt(at).open();
    }

    /** The next instant after {@code after} at which the schedule opens or closes; empty if it never does again. */
    public Optional<Instant> nextBoundary(Instant after) {
        Instant until = phaseAt(after).until();
        return until.equals(Instant.MAX) ? Optional.empty() : Optional.of(until);
    }

    /** The open or closed stretch around an instant, overlapping and touching windows merged. */
    public Phase phaseAt(Instant at) {
        LocalDate today = LocalDate.ofInstant(at, zone);
        List<Span> spans = spans(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD));
        if (spans.isEmpty()) {
            return Phase.NEVER;
        }
        Instant closedSince = Instant.MIN;
        for (Span span : spans) {
            if (at.isBefore(span.from)) {
                return new Phase(false, closedSince, span.from);
            }
            if (at.isBefore(span.to)) {
                return unbroken(span, spans) ? Phase.ALWAYS : new Phase(true, span.from, span.to);
            }
            closedSince = span.to;
        }
        // Not reached: every window recurs within the days ahead.
        return new Phase(false, closedSince, Instant.MAX);
    }

    /** One merged span over more than a week means the pattern has no gap at all. */
    private static boolean unbroken(Span span, List<Span> spans) {
        return spans.size() == 1 && span.from.plusSeconds(8 * 86_400L).isBefore(span.to);
    }

    private List<Span> spans(LocalDate first, LocalDate last) {
        var spans = new ArrayList<Span>();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            for (Window window : windows) {
                if (window.days.contains(date.getDayOfWeek())) {
                    Instant from = firstReached(date, window.from);
                    Instant to = firstReached(window.to.isAfter(window.from) ? date : date.plusDays(1), window.to);
                    if (from.isBefore(to)) {
                        spans.add(new Span(from, to));
                    }
                }
            }
        }
        return merged(spans);
    }

    private static List<Span> merged(List<Span> spans) {
        spans.sort(Comparator.comparing(Span::from));
        var merged = new ArrayList<Span>();
        for (Span span : spans) {
            Span last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || span.from.isAfter(last.to)) {
                merged.add(span);
            } else if (span.to.isAfter(last.to)) {
                merged.set(merged.size() - 1, new Span(last.from, span.to));
            }
        }
        return merged;
    }

    private Instant firstReached(LocalDate date, LocalTime time) {
        var wall = date.atTime(time);
        var offsets = zone.getRules().getValidOffsets(wall);
        return offsets.isEmpty()
                ? zone.getRules().getTransition(wall).getInstant()
                : wall.toInstant(offsets.getFirst()); // in an overlap the first is the offset before the change
    }

    private record Span(Instant from, Instant to) {}
}
