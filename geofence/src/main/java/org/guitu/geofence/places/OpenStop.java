package org.guitu.geofence.places;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.zone.LocalFrame;

/** A stop that is growing. Its centre is the mean of its fixes by weight; as each lies near the others, no one can pull it far. */
final class OpenStop {

    /** Walls and reflections shift neighbouring fixes together, at one spot for an hour and more: averaging hardly helps against that. */
    private static final double DRIFT_METERS = 12;

    private static final double DRIFT_SECONDS = 3_600;

    /** A rough fix may lie this much farther out and no more, or it would belong to every place in town. */
    private static final double SLACK_METERS_MAX = 150;

    private final StopSettings settings;
    private final LocalFrame frame;
    private final Spot origin;
    private final List<Spot> members = new ArrayList<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private double weight;
    private double east;
    private double north;

    OpenStop(Spot first, StopSettings settings) {
        this.settings = settings;
        this.origin = first;
        this.frame = LocalFrame.at(first.latitude(), first.longitude());
        add(first, true);
    }

    Instant last() {
        return members.getLast().at();
    }

    boolean holds(Spot spot) {
        double x = frame.east(spot.longitude()) - east;
        double y = frame.north(spot.latitude()) - north;
        return Math.hypot(x, y) <= settings.radiusMeters() + Math.min(2 * spot.sigmaMeters(), SLACK_METERS_MAX);
    }

    /**
     * @param steady whether nothing was seen elsewhere since the last member: only then is the time between observed
     */
    void add(Spot spot, boolean steady) {
        if (!members.isEmpty() && steady && Duration.between(last(), spot.at()).compareTo(settings.gapAfter()) <= 0) {
            Stretches.extend(stretches, last(), spot.at());
        }
        double own = 1 / (spot.sigmaMeters() * spot.sigmaMeters());
        weight += own;
        east += (frame.east(spot.longitude()) - east) * own / weight;
        north += (frame.north(spot.latitude()) - north) * own / weight;
        members.add(spot);
    }

    /** What it came to; empty if it was too short. Fixes of the way there and away, which the settled centre does not hold, are cut off. */
    Optional<Stop> close() {
        List<Spot> settled = members.stream().filter(this::holds).toList();
        if (settled.size() < 2) {
            return Optional.empty();
        }
        Stretch stay = new Stretch(settled.getFirst().at(), settled.getLast().at());
        List<Stretch> seen = Stretches.within(stretches, stay);
        Duration observed = Stretches.total(seen);
        if (observed.compareTo(settings.stayMin()) < 0) {
            return Optional.empty();
        }
        double shared = DRIFT_METERS * DRIFT_METERS / Math.max(1, observed.toSeconds() / DRIFT_SECONDS);
        // A frame is linear: one degree on is a degree's length.
        return Optional.of(new Stop(
                origin.latitude() + north / frame.north(origin.latitude() + 1),
                origin.longitude() + east / frame.east(origin.longitude() + 1),
                Math.sqrt(1 / weight + shared),
                seen,
                settled.size()));
    }
}
