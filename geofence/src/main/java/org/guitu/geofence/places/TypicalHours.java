package org.guitu.geofence.places;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hours of the day in which a subject is usually at a place.
 *
 * @param days the days of the week it holds for
 * @param fromHour 0 to 23
 * @param toHour exclusive, 1 to 24
 */
public record TypicalHours(Set<DayOfWeek> days, int fromHour, int toHour) {

    public TypicalHours {
        days = Set.copyOf(days);
    }

    private record Run(int from, int to) {}

    /**
     * The hours in which, on at least two dates, the place had most of what was observed; days with the same hours together.
     *
     * @param shareMin of the observed time, 0 to 1
     */
    static List<TypicalHours> of(WeekHours hours, double shareMin, int datesMin) {
        Map<Run, Set<DayOfWeek>> days = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (Run run : runs(hours, day, shareMin, datesMin)) {
                days.computeIfAbsent(run, key -> EnumSet.noneOf(DayOfWeek.class))
                        .add(day);
            }
        }
        List<TypicalHours> typical = new ArrayList<>();
        days.forEach((run, when) -> typical.add(new TypicalHours(when, run.from(), run.to())));
        return typical;
    }

    private static List<Run> runs(WeekHours hours, DayOfWeek day, double shareMin, int datesMin) {
        List<Run> runs = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            if (hours.dates(day, hour) < datesMin || hours.share(day, hour) < shareMin) {
                continue;
            }
            if (!runs.isEmpty() && runs.getLast().to() == hour) {
                runs.set(runs.size() - 1, new Run(runs.getLast().from(), hour + 1));
            } else {
                runs.add(new Run(hour, hour + 1));
            }
        }
        return runs;
    }
}
