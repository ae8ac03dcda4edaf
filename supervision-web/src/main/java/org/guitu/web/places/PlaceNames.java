package org.guitu.web.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.guitu.geofence.places.Stop;
import org.guitu.geofence.places.UsualPlace;
import org.guitu.geofence.zone.LocalFrame;
import org.guitu.geofence.zone.PreparedArea;
import org.guitu.web.ui.Page;
import org.guitu.web.zones.Zone;

/**
 * Names for places on one page: usual ones have a number, and the name of the smallest zone they lie in; others get a letter when they are
 * first spoken of, the same letter for the same place. Not thread-safe.
 */
final class PlaceNames {

    /** A stop this near to a usual place is spoken of as there. */
    private static final double SAME_METERS = 120;

    /** Deeper inside, a zone is no place but a district, whose name says nothing about a home. */
    private static final double DEPTH_METERS_MAX = 500;

    private final Page page;
    private final List<UsualPlace> places;
    private final List<Zone> zones;
    private final List<Lettered> others = new ArrayList<>();

    PlaceNames(Page page, List<UsualPlace> places, List<Zone> zones) {
        this.page = page;
        this.places = places;
        this.zones = zones;
    }

    /** A place that is not usual. */
    record Lettered(String letter, double latitude, double longitude) {}

    String of(UsualPlace place) {
        int shown = places.indexOf(place);
        return shown >= 0
                ? named(Integer.toString(shown + 1), place.latitude(), place.longitude())
                : at(place.latitude(), place.longitude());
    }

    String of(Stop stop) {
        return at(stop.latitude(), stop.longitude());
    }

    List<Lettered> others() {
        return List.copyOf(others);
    }

    private String at(double latitude, double longitude) {
        LocalFrame frame = LocalFrame.at(latitude, longitude);
        for (int i = 0; i < places.size(); i++) {
            UsualPlace place = places.get(i);
            if (frame.distance(place.latitude(), place.longitude()) <= Math.max(SAME_METERS, place.radiusMeters())) {
                return named(Integer.toString(i + 1), place.latitude(), place.longitude());
            }
        }
        for (Lettered other : others) {
            if (frame.distance(other.latitude(), other.longitude()) <= SAME_METERS) {
                return named(other.letter(), latitude, longitude);
            }
        }
        others.add(new Lettered(letter(others.size()), latitude, longitude));
        return named(others.getLast().letter(), latitude, longitude);
    }

    private String named(String mark, double latitude, double longitude) {
        return zones.stream()
                .filter(zone -> depth(zone, latitude, longitude) >= 0)
                .filter(zone -> depth(zone, latitude, longitude) <= DEPTH_METERS_MAX)
                .min(Comparator.comparingDouble(zone -> depth(zone, latitude, longitude)))
                .map(zone -> page.text("places.named", mark, zone.name()))
                .orElseGet(() -> page.text("places.numbered", mark));
    }

    private static double depth(Zone zone, double latitude, double longitude) {
        return -PreparedArea.of(zone.area()).signedDistance(latitude, longitude);
    }

    private static String letter(int index) {
        return (char) ('A' + index % 26) + (index < 26 ? "" : Integer.toString(index / 26));
    }
}
