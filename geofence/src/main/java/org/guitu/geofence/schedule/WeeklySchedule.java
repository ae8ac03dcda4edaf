package org.guitu.geofence.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When a rule is in force: weekly windows in a named time zone, with exceptions.
 *
 * <p>A window's edge is the first instant at which the wall clock of its zone has reached the written date and time. So where the clock
 * springs forward over an edge, the edge is the moment of the change; where the clock falls back, the edge is the first of the two times it
 * shows the hour, and the second showing changes nothing. Windows therefore never flicker, and an overnight curfew is an hour shorter or
 * longer on those two nights, as a person reading the order by the clock on the wall would expect.
 *
 * @param zone the time zone the windows are written in
 * @param windows may overlap or touch; together they are the hours in force
 * @param exceptions holidays and pauses
 */
public record WeeklySchedule(ZoneId zone, List<Window> windows, ScheduleExceptions exceptions) {

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

    /** Windows without exceptions. */
    public WeeklySchedule(ZoneId zone, List<Window> windows) {
        this(zone, windows, ScheduleExceptions.NONE);
    }

    /** In force at all times but for the exceptions. */
    public static WeeklySchedule always(ZoneId zone, ScheduleExceptions exceptions) {
        Window allDay = new Window(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        return new WeeklySchedule(zone, List.of(allDay), exceptions);
    }

    /** The same windows with other exceptions. */
    public WeeklySchedule with(ScheduleExceptions others) {
        return new WeeklySchedule(zone, windows, others);
    }

    /** The open or closed stretch around an instant if there were no pauses. */
    public Phase windowAt(Instant at) {
        return with(new ScheduleExceptions(exceptions.days(), List.of())).phaseAt(at);
    }

    /** Whether it would be in force without a break if there were no exceptions. */
    public boolean alwaysButForExceptions() {
        return weekly().isOpenAlways();
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
        return (exceptions.isNone() ? this : weekly()).exceptAt(at, exceptions);
    }

    private WeeklySchedule weekly() {
        return exceptions.isNone() ? this : new WeeklySchedule(zone, windows);
    }

    private boolean isOpenAlways() {
        return weeklyPhase(Instant.EPOCH).equals(Phase.ALWAYS);
    }

    /** This pattern with exceptions: looked at from further and further away until both ends of the stretch are seen. */
    private Phase exceptAt(Instant at, ScheduleExceptions except) {
        if (except.isNone()) {
            return weeklyPhase(at);
        }
        LocalDate today = LocalDate.ofInstant(at, zone);
        LocalDate firstOdd = ExceptionSpans.firstDate(except).minusDays(DAYS_BACK);
        LocalDate lastOdd = ExceptionSpans.lastDate(except).plusDays(DAYS_BACK);
        int reach = DAYS_AHEAD;
        while (true) {
            LocalDate from = today.minusDays(reach);
            LocalDate to = today.plusDays(reach);
            Phase seen = ExceptionSpans.phase(
                    at, new ExceptionSpans(this, except).spans(from, to), instant(from), instant(to));
            boolean began = seen.since().isAfter(instant(from)) || from.isBefore(firstOdd.minusDays(DAYS_AHEAD));
            boolean ends = seen.until().isBefore(instant(to)) || to.isAfter(lastOdd.plusDays(DAYS_AHEAD));
            if (began && ends) {
                // Beyond the exceptions a stretch that still has no end is the pattern's own, and has none.
                return new Phase(
                        seen.open(),
                        seen.since().isAfter(instant(from)) ? seen.since() : Instant.MIN,
                        seen.until().isBefore(instant(to)) ? seen.until() : Instant.MAX);
            }
            reach *= 2;
        }
    }

    private Instant instant(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    private Phase weeklyPhase(Instant at) {
        LocalDate today = LocalDate.ofInstant(at, zone);
        List<Span> spans = spans(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD));
        if (spans.isEmpty()) {
            return Phase.NEVER;
        }
        Instant closedSince = Instant.MIN;
        for (Span span : spans) {
            if (at.isBefore(span.from())) {
                return new Phase(false, closedSince, span.from());
            }
            if (at.isBefore(span.to())) {
                return unbroken(span, spans) ? Phase.ALWAYS : new Phase(true, span.from(), span.to());
            }
            closedSince = span.to();
        }
        // Not reached: every window recurs within the days ahead.
        return new Phase(false, closedSince, Instant.MAX);
    }

    /** One merged span over more than a week means the pattern has no gap at all. */
    private static boolean unbroken(Span span, List<Span> spans) {
        return spans.size() == 1 && span.from().plusSeconds(8 * 86_400L).isBefore(span.to());
    }

    private List<Span> spans(LocalDate first, LocalDate last) {
        var spans = new ArrayList<Span>();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            opening(date, spans);
        }
        return Span.merged(spans);
    }

    /** Adds the weekly windows that open on a date. */
    void opening(LocalDate date, List<Span> spans) {
        for (Window window : windows) {
            if (window.days.contains(date.getDayOfWeek())) {
                add(date, window.from, window.to, spans);
            }
        }
    }

    /** Adds one window that opens on a date. */
    void add(LocalDate date, LocalTime from, LocalTime to, List<Span> spans) {
        Instant opens = firstReached(date.atTime(from));
        Instant closes = firstReached((to.isAfter(from) ? date : date.plusDays(1)).atTime(to));
        if (opens.isBefore(closes)) {
            spans.add(new Span(opens, closes));
        }
    }

    /** The first instant at which the wall clock has reached a date and time. */
    Instant firstReached(LocalDateTime wall) {
        var offsets = zone.getRules().getValidOffsets(wall);
        return offsets.isEmpty()
                ? zone.getRules().getTransition(wall).getInstant()
                : wall.toInstant(offsets.getFirst()); // in an overlap the first is the offset before the change
    }
}
