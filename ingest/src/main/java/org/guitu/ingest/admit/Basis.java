package org.guitu.ingest.admit;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * Why the positions of a device may be kept: an authorisation of a bracelet or the plan of a phone.
 *
 * @param subjectId whose positions
 * @param deviceId of which device
 * @param validFrom inclusive
 * @param validTo exclusive
 */
public record Basis(long subjectId, long deviceId, Instant validFrom, Instant validTo) {

    public boolean covers(Instant instant) {
        return !instant.isBefore(validFrom) && instant.isBefore(validTo);
    }

    /** Whose position a device's fix at {@code instant} is; empty means that it must not be kept. */
    public static OptionalLong subjectAt(List<Basis> bases, Instant instant) {
        for (Basis basis : bases) {
            if (basis.covers(instant)) {
                return OptionalLong.of(basis.subjectId());
            }
        }
        return OptionalLong.empty();
    }
}
