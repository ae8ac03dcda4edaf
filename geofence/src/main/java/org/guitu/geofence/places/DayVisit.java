package org.guitu.geofence.places;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.ml.clustering.Clusterable;
import org.guitu.geofence.zone.LocalFrame;

/** A stop on one of its dates, as a point in metres for the clusterer. */
final class DayVisit implements Clusterable {

    private final Stop stop;
    private final LocalDate date;
    private final double east;
    private final double north;

    private DayVisit(Stop stop, LocalDate date, LocalFrame frame) {
        this.stop = stop;
        this.date = date;
        this.east = frame.east(stop.longitude());
        this.north = frame.north(stop.latitude());
    }

    static List<DayVisit> of(List<Stop> stops, ZoneId zone) {
        List<DayVisit> visits = new ArrayList<>();
        if (stops.isEmpty()) {
            return visits;
        }
        LocalFrame frame =
                LocalFrame.at(stops.getFirst().latitude(), stops.getFirst().longitude());
        for (Stop stop : stops) {
            for (LocalDate date : dates(stop, zone)) {
                visits.add(new DayVisit(stop, date, frame));
            }
        }
        return visits;
    }

    /** The dates on which it was observed; the one of a gap is none of them. */
    private static Set<LocalDate> dates(Stop stop, ZoneId zone) {
        Set<LocalDate> dates = new LinkedHashSet<>();
        for (Stretch stretch : stop.stretches()) {
            LocalDate last = LocalDate.ofInstant(stretch.to().minusNanos(1), zone);
            LocalDate date = LocalDate.ofInstant(stretch.from(), zone);
            while (!date.isAfter(last)) {
                dates.add(date);
                date = date.plusDays(1);
            }
        }
        return dates;
    }

    Stop stop() {
        return stop;
    }

    LocalDate date() {
        return date;
    }

    @Override
    public double[] getPoint() {
        return new double[] {east, north};
    }
}
