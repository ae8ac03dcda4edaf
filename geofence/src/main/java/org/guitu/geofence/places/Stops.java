package org.guitu.geofence.places;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.guitu.geofence.track.Fix;

/**
 * Finds the stops of a track. A stop lasts until fixes elsewhere have lasted {@link StopSettings#leaveAfter}: one wild fix, or a few of the
 * same bad moment, do not cut it in two. What is seen elsewhere becomes the beginning of what may be the next stop. A gap leaves a stop as
 * it is and adds nothing to what was observed.
 */
public final class Stops {

    private final StopSettings settings;
    private final List<Stop> found = new ArrayList<>();
    private final List<Spot> strays = new ArrayList<>();

    private Stops(StopSettings settings) {
        this.settings = settings;
    }

    /** The stops of one subject's fixes, which may be in any order; oldest first. */
    public static List<Stop> of(List<Fix> fixes, StopSettings settings) {
        Stops stops = new Stops(settings);
        stops.walk(Spot.of(fixes, settings.sigmaMaxMeters()));
        return stops.found;
    }

    private void walk(List<Spot> spots) {
        int i = 0;
        while (i < spots.size()) {
            strays.clear();
            OpenStop open = new OpenStop(spots.get(i), settings);
            int next = i + 1;
            while (next < spots.size() && !left(open, spots.get(next))) {
                next++;
            }
            open.close().ifPresent(found::add);
            // What was seen elsewhere is looked at again: it may be the next stop.
            i = next < spots.size() ? next + 1 - strays.size() : next;
        }
    }

    /** Takes one fix; answers whether with it the stop is left. The last of {@link #strays} is then this fix. */
    private boolean left(OpenStop open, Spot spot) {
        if (Duration.between(open.last(), spot.at()).compareTo(settings.splitAfter()) > 0) {
            strays.add(spot);
            return true;
        }
        if (open.holds(spot)) {
            open.add(spot, strays.isEmpty());
            strays.clear();
            return false;
        }
        strays.add(spot);
        return strays.size() > 1
                && Duration.between(strays.getFirst().at(), spot.at()).compareTo(settings.leaveAfter()) >= 0;
    }
}
