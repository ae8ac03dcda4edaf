package org.guitu.geofence.places;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** For each hour of the week by a wall clock: how long a subject was observed at all, how long at a place, and on how many dates. */
public final class WeekHours {

    private static final int HOURS = 24;

    /** An hour counts for its date once it was observed this long. */
    private static final Duration ENOUGH = Duration.ofMinutes(20);

    private final Tally anywhere;
    private final Tally here;

    private WeekHours(Tally anywhere, Tally here) {
        this.anywhere = anywhere;
        this.here = here;
    }

    /**
     * @param observed when the subject was observed at all
     * @param atPlace when it was observed at the place
     */
    static WeekHours of(List<Stretch> observed, List<Stretch> atPlace, ZoneId zone) {
        return new WeekHours(new Tally(observed, zone), new Tally(atPlace, zone));
    }

    /** Of the time observed in this hour of the week, the share at the place: 0 to 1; 0 if nothing was observed. */
    public double share(DayOfWeek day, int hour) {
        double all = anywhere.seconds[index(day, hour)];
        return all <= 0 ? 0 : Math.min(1, here.seconds[index(day, hour)] / all);
    }

    /** On how many dates the subject was observed, anywhere, in this hour of the week. */
    public int dates(DayOfWeek day, int hour) {
        return anywhere.dates.get(index(day, hour)).size();
    }

    /** Observed at the place in this hour of the week, over all dates. */
    public Duration observed(DayOfWeek day, int hour) {
        return Duration.ofSeconds((long) here.seconds[index(day, hour)]);
    }

    private static int index(DayOfWeek day, int hour) {
        return (day.getValue() - 1) * HOURS + hour;
    }

    private static final class Tally {

        final double[] seconds = new double[7 * HOURS];
        final List<Set<LocalDate>> dates = java.util.stream.Stream.generate(
                        () -> (Set<LocalDate>) new HashSet<LocalDate>())
                .limit(7 * HOURS)
                .toList();

        Tally(List<Stretch> stretches, ZoneId zone) {
            for (Stretch stretch : stretches) {
                ZonedDateTime at = stretch.from().atZone(zone);
                while (at.toInstant().isBefore(stretch.to())) {
                    // The next full hour of the wall clock; on the day the clocks change an hour may have two, or none.
                    ZonedDateTime next = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
                    add(at, next.toInstant().isBefore(stretch.to()) ? next.toInstant() : stretch.to());
                    at = next;
                }
            }
        }

        private void add(ZonedDateTime at, Instant to) {
            Duration length = Duration.between(at.toInstant(), to);
            int index = index(at.getDayOfWeek(), at.getHour());
            seconds[index] += length.toMillis() / 1000.0;
            if (length.compareTo(ENOUGH) >= 0) {
                dates.get(index).add(at.toLocalDate());
            }
        }
    }
}
