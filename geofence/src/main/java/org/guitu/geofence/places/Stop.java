package org.guitu.geofence.places;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.zone.LocalFrame;

/**
 * A stay at one place.
 *
 * @param latitude of its centre, degrees WGS-84
 * @param longitude of its centre, degrees WGS-84
 * @param errorMeters standard error of the centre
 * @param stretches when it was observed, in order, at least one; the gaps between them are unobserved and count as nothing
 * @param fixes how many fixes it rests on
 */
public record Stop(double latitude, double longitude, double errorMeters, List<Stretch> stretches, int fixes) {

    public Stop {
        stretches = List.copyOf(stretches);
    }

    public Instant from() {
        return stretches.getFirst().from();
    }

    public Instant to() {
        return stretches.getLast().to();
    }

    /** How long the subject was seen there: less than from {@link #from} to {@link #to} where there are gaps. */
    public Duration observed() {
        return Stretches.total(stretches);
    }

    /** The part of it that was observed within bounds; the fixes are still those of the whole. */
    public Optional<Stop> within(Stretch bounds) {
        List<Stretch> parts = Stretches.within(stretches, bounds);
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Stop(latitude, longitude, errorMeters, parts, fixes));
    }

    double distance(double toLatitude, double toLongitude) {
        return LocalFrame.at(latitude, longitude).distance(toLatitude, toLongitude);
    }
}
