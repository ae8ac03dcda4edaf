package org.guitu.ingest.admit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guitu.geofence.schedule.Span;

/**
 * Why the positions of a device may be kept: an authorisation of a bracelet or the plan of a phone.
 *
 * @param subjectId whose positions
 * @param deviceId of which device
 * @param validFrom inclusive
 * @param validTo exclusive
 * @param hours when within it positions may be kept; empty: at all times
 */
public record Basis(
        long subjectId, long deviceId, Instant validFrom, Instant validTo, Optional<CollectionHours> hours) {

    /** One that holds at all times. */
    public Basis(long subjectId, long deviceId, Instant validFrom, Instant validTo) {
        this(subjectId, deviceId, validFrom, validTo, Optional.empty());
    }

    /** Whether the device is the subject's then, whatever may be kept of it. */
    public boolean holds(Instant instant) {
        return !instant.isBefore(validFrom) && instant.isBefore(validTo);
    }

    /** Whether a position of that instant may be kept. */
    public boolean covers(Instant instant) {
        return holds(instant) && hours.map(open -> open.cover(instant)).orElse(true);
    }

    /** The stretches between two instants in which it covers. */
    public List<Span> spans(Instant from, Instant to) {
        Instant begin = validFrom.isAfter(from) ? validFrom : from;
        Instant end = validTo.isBefore(to) ? validTo : to;
        if (!begin.isBefore(end)) {
            return List.of();
        }
        return hours.map(open -> open.spans(begin, end)).orElse(List.of(new Span(begin, end)));
    }

    /** Whose position a device's fix at {@code instant} is; empty means that it must not be kept. */
    public static OptionalLong subjectAt(List<Basis> bases, Instant instant) {
        return bases.stream()
                .filter(basis -> basis.covers(instant))
                .mapToLong(Basis::subjectId)
                .findFirst();
    }

    /** Whose device it is at {@code instant}; empty means nobody's. */
    public static OptionalLong holderAt(List<Basis> bases, Instant instant) {
        return bases.stream()
                .filter(basis -> basis.holds(instant))
                .mapToLong(Basis::subjectId)
                .findFirst();
    }
}
