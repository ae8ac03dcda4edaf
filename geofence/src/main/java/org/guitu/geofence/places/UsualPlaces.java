package org.guitu.geofence.places;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.ml.clustering.Cluster;
import org.apache.commons.math3.ml.clustering.DBSCANClusterer;
import org.guitu.geofence.zone.LocalFrame;

/**
 * Gathers stops into usual places by density (DBSCAN): it needs no number of places and leaves single stops out. A stop counts once for
 * each date it touches, so that someone who stays at home for a week has been there on seven days and not once.
 */
public final class UsualPlaces {

    private static final Comparator<UsualPlace> MOST_SEEN =
            Comparator.comparing(UsualPlace::observed).reversed();

    private UsualPlaces() {}

    /**
     * The usual places of one subject, the one where it was seen longest first.
     *
     * @param stops all stops of the period
     * @param observed when the subject was observed in the period, at stops or under way: {@link Stretches#observed}
     * @param zone the wall clock of hours and dates
     */
    public static List<UsualPlace> of(List<Stop> stops, List<Stretch> observed, ZoneId zone, HabitSettings settings) {
        var clusterer = new DBSCANClusterer<DayVisit>(settings.reachMeters(), settings.daysMin() - 1);
        List<UsualPlace> places = new ArrayList<>();
        for (Cluster<DayVisit> cluster : clusterer.cluster(DayVisit.of(stops, zone))) {
            Set<Stop> visits = new LinkedHashSet<>();
            Set<LocalDate> dates = new LinkedHashSet<>();
            for (DayVisit visit : cluster.getPoints()) {
                visits.add(visit.stop());
                dates.add(visit.date());
            }
            if (dates.size() >= settings.daysMin()) {
                places.add(place(sorted(visits), dates.size(), observed, zone, settings));
            }
        }
        places.sort(MOST_SEEN);
        return places;
    }

    private static List<Stop> sorted(Set<Stop> visits) {
        return visits.stream().sorted(Comparator.comparing(Stop::from)).toList();
    }

    private static UsualPlace place(
            List<Stop> visits, int days, List<Stretch> observed, ZoneId zone, HabitSettings settings) {
        Stop first = visits.getFirst();
        LocalFrame frame = LocalFrame.at(first.latitude(), first.longitude());
        double seconds = 0;
        double east = 0;
        double north = 0;
        for (Stop visit : visits) {
            double own = visit.observed().toSeconds();
            seconds += own;
            east += frame.east(visit.longitude()) * own;
            north += frame.north(visit.latitude()) * own;
        }
        // A frame is linear: one degree on is a degree's length.
        double latitude = first.latitude() + north / seconds / frame.north(first.latitude() + 1);
        double longitude = first.longitude() + east / seconds / frame.east(first.longitude() + 1);
        double radius = visits.stream()
                .mapToDouble(visit -> visit.distance(latitude, longitude))
                .max()
                .orElseThrow();
        List<Stretch> here =
                visits.stream().flatMap(visit -> visit.stretches().stream()).toList();
        WeekHours hours = WeekHours.of(observed, here, zone);
        return new UsualPlace(
                latitude,
                longitude,
                radius,
                visits.size(),
                days,
                Duration.ofSeconds((long) seconds),
                first.from(),
                visits.getLast().to(),
                hours,
                TypicalHours.of(hours, settings.shareMin(), settings.datesMin()));
    }
}
