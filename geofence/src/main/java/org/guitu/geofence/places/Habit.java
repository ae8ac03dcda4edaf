package org.guitu.geofence.places;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.places.Departure.NewPlace;
import org.guitu.geofence.places.Departure.NightElsewhere;
import org.guitu.geofence.places.Departure.UsualStopMissing;

/**
 * What was known of a subject's habits when a day began.
 *
 * @param history the stops before
 * @param usual the usual places made of them
 */
record Habit(List<Stop> history, List<UsualPlace> usual, ZoneId zone, HabitSettings settings) {

    static Habit before(Instant day, List<Stop> stops, List<Stretch> observed, ZoneId zone, HabitSettings settings) {
        Stretch before = new Stretch(Instant.MIN, day);
        List<Stop> history = clipped(stops, before);
        return new Habit(
                history, UsualPlaces.of(history, Stretches.within(observed, before), zone, settings), zone, settings);
    }

    /** How a day departed from it. */
    List<Departure> departures(LocalDate date, Stretch day, List<Stop> stops, List<Stretch> observed) {
        List<Stop> today = clipped(stops, day);
        List<Departure> found = new ArrayList<>();
        Optional<NightElsewhere> night = nightElsewhere(date, day, today);
        night.ifPresent(found::add);
        for (UsualPlace place : usual) {
            // A night elsewhere says already that the person was not at home.
            if (night.isEmpty() || !isNightPlace(place)) {
                missing(date, day, place, today, observed).ifPresent(found::add);
            }
        }
        stops.stream()
                .filter(stop -> !stop.from().isBefore(day.from()) && stop.from().isBefore(day.to()))
                .filter(this::isLongAndNew)
                .forEach(stop -> found.add(new NewPlace(date, stop)));
        return found;
    }

    private Optional<NightElsewhere> nightElsewhere(LocalDate date, Stretch day, List<Stop> today) {
        List<UsualPlace> nights = usual.stream().filter(this::isNightPlace).toList();
        Instant end = date.atTime(settings.nightTo()).atZone(zone).toInstant();
        if (nights.isEmpty() || end.isAfter(day.to())) {
            return Optional.empty();
        }
        Stretch night = new Stretch(day.from(), end);
        return today.stream()
                .filter(stop -> nights.stream().noneMatch(place -> place.holds(stop)))
                .flatMap(stop -> stop.within(night).stream())
                .filter(stop -> enough(stop.observed()))
                .max(Comparator.comparing(Stop::observed))
                .map(stop -> new NightElsewhere(date, stop, nights.getFirst()));
    }

    private boolean isNightPlace(UsualPlace place) {
        return place.typical().stream()
                .anyMatch(hours -> hours.fromHour() < settings.nightTo().getHour());
    }

    private Optional<UsualStopMissing> missing(
            LocalDate date, Stretch day, UsualPlace place, List<Stop> today, List<Stretch> observed) {
        List<Stretch> hours = new ArrayList<>();
        Duration elsewhere = Duration.ZERO;
        for (TypicalHours typical : place.typical()) {
            Stretch window = new Stretch(hour(date, typical.fromHour()), hour(date, typical.toHour()));
            Duration seen = Stretches.fill(observed, window);
            boolean applies =
                    typical.days().contains(date.getDayOfWeek()) && !window.to().isAfter(day.to());
            boolean mostlySeen = seen.multipliedBy(2).compareTo(window.length()) >= 0;
            if (applies
                    && enough(seen)
                    && mostlySeen
                    && today.stream().noneMatch(stop -> place.holds(stop) && reaches(stop, window))) {
                hours.add(window);
                elsewhere = elsewhere.plus(seen);
            }
        }
        return hours.isEmpty() ? Optional.empty() : Optional.of(new UsualStopMissing(date, place, hours, elsewhere));
    }

    private boolean isLongAndNew(Stop stop) {
        return stop.observed().compareTo(settings.longStop()) >= 0
                && usual.stream().noneMatch(place -> place.holds(stop))
                && history.stream().noneMatch(old -> same(old, stop));
    }

    private boolean same(Stop one, Stop other) {
        return one.distance(other.latitude(), other.longitude())
                <= settings.reachMeters() + 2 * Math.hypot(one.errorMeters(), other.errorMeters());
    }

    /** Whether a stop reaches into a window, its gaps included: what was not seen may have been there. */
    private static boolean reaches(Stop stop, Stretch window) {
        return new Stretch(stop.from(), stop.to()).common(window).isPresent();
    }

    private boolean enough(Duration observed) {
        return observed.compareTo(settings.observedMin()) >= 0;
    }

    private Instant hour(LocalDate date, int hour) {
        return date.atStartOfDay().plusHours(hour).atZone(zone).toInstant();
    }

    private static List<Stop> clipped(List<Stop> stops, Stretch bounds) {
        return stops.stream().flatMap(stop -> stop.within(bounds).stream()).toList();
    }
}
