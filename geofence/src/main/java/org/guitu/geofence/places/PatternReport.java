package org.guitu.geofence.places;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * What of some days departed from habit, and how much of each day can be spoken of at all.
 *
 * @param departures by day, oldest first
 * @param days every day asked about, in order
 */
public record PatternReport(List<Departure> departures, List<Day> days) {

    public PatternReport {
        departures = List.copyOf(departures);
        days = List.copyOf(days);
    }

    /**
     * One day.
     *
     * @param observed how long the subject was observed
     * @param unobserved the rest of the day up to the end of the report: nothing is said of it
     * @param judged whether enough was known before this day to speak of habit
     */
    public record Day(LocalDate date, Duration observed, Duration unobserved, boolean judged) {}
}
