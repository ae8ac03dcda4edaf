package org.guitu.geofence.places;

import java.time.Duration;
import java.time.LocalTime;

/**
 * What counts as a habit, and what as a departure from it.
 *
 * @param reachMeters stops this near to each other are of one place
 * @param daysMin a place is usual once it was visited on this many dates
 * @param shareMin hours are typical of a place if it has this share of what was observed in them
 * @param datesMin and if they were observed on this many dates
 * @param learnDays nothing departs from a habit before this many dates were observed
 * @param observedMin less than this observed of a window or night says nothing about it
 * @param longStop a stop at a place never seen before is worth telling from here on
 * @param nightTo nights are told from midnight to this hour of the wall clock
 */
public record HabitSettings(
        double reachMeters,
        int daysMin,
        double shareMin,
        int datesMin,
        int learnDays,
        Duration observedMin,
        Duration longStop,
        LocalTime nightTo) {

    public static HabitSettings defaults() {
        return new HabitSettings(100, 3, 0.6, 2, 7, Duration.ofMinutes(45), Duration.ofHours(1), LocalTime.of(5, 0));
    }
}
