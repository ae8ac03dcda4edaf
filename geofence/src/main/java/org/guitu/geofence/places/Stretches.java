package org.guitu.geofence.places;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guitu.geofence.track.Fix;

/** Lists of stretches that are in order and do not touch. */
public final class Stretches {

    private Stretches() {}

    /**
     * When a track was observed well enough to tell one place from another: from fix to fix as long as no two are farther apart than a
     * gap. A fix on its own observes an instant, which is no time.
     */
    public static List<Stretch> observed(List<Fix> fixes, StopSettings settings) {
        return of(Spot.of(fixes, settings.sigmaMaxMeters()), settings.gapAfter());
    }

    static List<Stretch> of(List<Spot> spots, Duration gapAfter) {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 1; i < spots.size(); i++) {
            Instant from = spots.get(i - 1).at();
            Instant to = spots.get(i).at();
            if (Duration.between(from, to).compareTo(gapAfter) <= 0) {
                extend(stretches, from, to);
            }
        }
        return stretches;
    }

    /** Adds a stretch that begins where the last one ends or later. */
    static void extend(List<Stretch> stretches, Instant from, Instant to) {
        if (!stretches.isEmpty() && stretches.getLast().to().equals(from)) {
            stretches.set(stretches.size() - 1, new Stretch(stretches.getLast().from(), to));
        } else {
            stretches.add(new Stretch(from, to));
        }
    }

    /** How long all of them are together. */
    public static Duration total(List<Stretch> stretches) {
        return stretches.stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** Their parts within another. */
    public static List<Stretch> within(List<Stretch> stretches, Stretch bounds) {
        return stretches.stream()
                .flatMap(stretch -> stretch.common(bounds).stream())
                .toList();
    }

    /** How much of {@code bounds} they fill. */
    public static Duration fill(List<Stretch> stretches, Stretch bounds) {
        return total(within(stretches, bounds));
    }
}
