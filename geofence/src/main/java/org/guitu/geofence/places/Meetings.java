package org.guitu.geofence.places;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When two subjects were together. At each fix of either, the other's place is read off between its own fixes; where one of them was not
 * observed there is nothing to compare, and a meeting ends there and then, whatever came after the gap.
 */
public final class Meetings {

    private final Way one;
    private final Way other;
    private final MeetingSettings settings;
    private final List<Meeting> found = new ArrayList<>();
    private @Nullable OpenMeeting open;
    private @Nullable Instant apartSince;

    private Meetings(Way one, Way other, MeetingSettings settings) {
        this.one = one;
        this.other = other;
        this.settings = settings;
    }

    /** The meetings of two subjects, oldest first. Both ways are made with {@link MeetingSettings#sigmaMaxMeters}. */
    public static List<Meeting> of(Way one, Way other, MeetingSettings settings) {
        Meetings meetings = new Meetings(one, other, settings);
        meetings.walk();
        return meetings.found;
    }

    private void walk() {
        List<Instant> instants = Stream.concat(one.spots().stream(), other.spots().stream())
                .map(Spot::at)
                .distinct()
                .sorted()
                .toList();
        int mine = 0;
        int theirs = 0;
        Instant last = Instant.MAX;
        for (Instant at : instants) {
            mine = Math.max(0, one.after(at, mine) - 1);
            theirs = Math.max(0, other.after(at, theirs) - 1);
            Optional<Spot> here = one.at(at, mine);
            Optional<Spot> there = other.at(at, theirs);
            if (here.isEmpty() || there.isEmpty() || gap(last, at)) {
                close();
            }
            if (here.isPresent() && there.isPresent()) {
                see(here.get(), there.get());
            }
            last = at;
        }
        close();
    }

    /** Whether one of them was silent for too long between two instants with nothing in between. */
    private boolean gap(Instant from, Instant to) {
        Duration between = from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
        return between.compareTo(one.gapAfter()) > 0 || between.compareTo(other.gapAfter()) > 0;
    }

    private void see(Spot here, Spot there) {
        if (near(here, there)) {
            if (open == null) {
                open = new OpenMeeting(here.at());
            }
            open.add(here, there);
            apartSince = null;
        } else if (open != null) {
            apartSince = apartSince == null ? here.at() : apartSince;
            if (Duration.between(apartSince, here.at()).compareTo(settings.apartAfter()) >= 0) {
                close();
            }
        }
    }

    /** Near as far as one can tell, and one can tell. */
    private boolean near(Spot here, Spot there) {
        double error = 2 * Math.hypot(here.sigmaMeters(), there.sigmaMeters());
        return error <= settings.errorMetersMax() && here.distance(there) - error <= settings.distanceMeters();
    }

    private void close() {
        if (open != null) {
            open.close(settings).ifPresent(found::add);
        }
        open = null;
        apartSince = null;
    }
}
