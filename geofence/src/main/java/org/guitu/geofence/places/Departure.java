package org.guitu.geofence.places;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * One way in which a day departed from habit. A fact to ask about, not a breach: habits change, and nobody ordered them. Habit is what was
 * seen before the day.
 */
public sealed interface Departure {

    /** The date of the wall clock. */
    LocalDate day();

    /**
     * The subject was observed, but not at a place where it usually is at these hours.
     *
     * @param place the usual place
     * @param hours the usual hours, as stretches of the day
     * @param elsewhere how long it was observed elsewhere in them; the rest was unobserved
     */
    record UsualStopMissing(LocalDate day, UsualPlace place, List<Stretch> hours, Duration elsewhere)
            implements Departure {
        public UsualStopMissing {
            hours = List.copyOf(hours);
        }
    }

    /** A long stop at a place where no stop was seen before. */
    record NewPlace(LocalDate day, Stop stop) implements Departure {}

    /**
     * A stop in the hours after midnight that was at none of the places where the subject usually is then.
     *
     * @param stop its part in the night
     * @param usual where nights usually are, the most usual place
     */
    record NightElsewhere(LocalDate day, Stop stop, UsualPlace usual) implements Departure {}
}
