package org.guitu.geofence.places;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares each day with what was usual before it. Only what was observed can depart: a usual stop is missing if the subject was seen
 * elsewhere meanwhile, never because nothing was seen; hours that are not over yet are not judged.
 */
public final class Patterns {

    private Patterns() {}

    /**
     * Judges the days from {@code first} up to {@code until}. What lies before a day, also before {@code first}, is what it is compared
     * with.
     *
     * @param stops all stops known, oldest first
     * @param observed when the subject was observed: {@link Stretches#observed}
     * @param until now, or the end of the period; exclusive
     */
    public static PatternReport of(
            List<Stop> stops,
            List<Stretch> observed,
            LocalDate first,
            Instant until,
            ZoneId zone,
            HabitSettings settings) {
        List<Departure> departures = new ArrayList<>();
        List<PatternReport.Day> days = new ArrayList<>();
        List<LocalDate> known = known(observed, until, zone, settings);
        for (LocalDate date = first; midnight(date, zone).isBefore(until); date = date.plusDays(1)) {
            LocalDate today = date;
            Instant end = midnight(date.plusDays(1), zone);
            Stretch day = new Stretch(midnight(date, zone), end.isBefore(until) ? end : until);
            Duration seen = Stretches.fill(observed, day);
            boolean judged =
                    known.stream().filter(other -> other.isBefore(today)).count() >= settings.learnDays();
            days.add(new PatternReport.Day(date, seen, day.length().minus(seen), judged));
            if (judged) {
                Habit habit = Habit.before(day.from(), stops, observed, zone, settings);
                departures.addAll(habit.departures(date, day, stops, observed));
            }
        }
        return new PatternReport(departures, days);
    }

    /** The dates on which enough was observed to learn from. */
    private static List<LocalDate> known(List<Stretch> observed, Instant until, ZoneId zone, HabitSettings settings) {
        List<LocalDate> known = new ArrayList<>();
        if (observed.isEmpty()) {
            return known;
        }
        LocalDate date = LocalDate.ofInstant(observed.getFirst().from(), zone);
        while (midnight(date, zone).isBefore(until)) {
            Stretch day = new Stretch(midnight(date, zone), midnight(date.plusDays(1), zone));
            if (Stretches.fill(observed, day).compareTo(settings.observedMin()) >= 0) {
                known.add(date);
            }
            date = date.plusDays(1);
        }
        return known;
    }

    static Instant midnight(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }
}
