package org.guitu.geofence.places;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time.
 *
 * @param from inclusive
 * @param to exclusive, not before {@code from}
 */
public record Stretch(Instant from, Instant to) {

    public Stretch {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a stretch that ends before it begins: " + from + " to " + to);
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** What it has in common with another; empty if that is no time at all. */
    public Optional<Stretch> common(Stretch other) {
        Instant later = from.isAfter(other.from) ? from : other.from;
        Instant sooner = to.isBefore(other.to) ? to : other.to;
        return later.isBefore(sooner) ? Optional.of(new Stretch(later, sooner)) : Optional.empty();
    }
}
