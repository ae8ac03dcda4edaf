package org.guitu.geofence.track;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One report as the judge sees it.
 *
 * @param at device time; the order of judgement. Ties are broken by {@code contentHash}
 * @param receivedAt when the platform received it first
 * @param contentHash distinguishes two reports of the same instant; equal (at, contentHash) is the same report
 * @param latitude degrees WGS-84; meaningless unless {@code located}
 * @param longitude degrees WGS-84; meaningless unless {@code located}
 * @param located whether the report says where the device was at {@code at}
 * @param accuracyMeters reported error radius, if any
 * @param speedKmh reported speed, if any
 * @param satellites satellites used, if reported
 * @param hdop horizontal dilution of precision, if reported
 * @param source what fixed the position
 * @param facts what the device itself raises in this report (states, not edges)
 */
public record Fix(
        Instant at,
        Instant receivedAt,
        long contentHash,
        double latitude,
        double longitude,
        boolean located,
        @Nullable Double accuracyMeters,
        @Nullable Double speedKmh,
        @Nullable Integer satellites,
        @Nullable Double hdop,
        Source source,
        Set<DeviceFact> facts)
        implements Comparable<Fix> {

    /** What fixed a position. */
    public enum Source {
        UNKNOWN,
        GNSS,
        WIFI,
        CELL,
        FUSED
    }

    /** A fix whose device does not tell the geometry of its satellites, as most do not. */
    public Fix(
            Instant at,
            Instant receivedAt,
            long contentHash,
            double latitude,
            double longitude,
            boolean located,
            @Nullable Double accuracyMeters,
            @Nullable Double speedKmh,
            @Nullable Integer satellites,
            Source source,
            Set<DeviceFact> facts) {
        this(
                at,
                receivedAt,
                contentHash,
                latitude,
                longitude,
                located,
                accuracyMeters,
                speedKmh,
                satellites,
                null,
                source,
                facts);
    }

    public Fix {
        facts = Set.copyOf(facts);
    }

    @Override
    public int compareTo(Fix other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : Long.compare(contentHash, other.contentHash);
    }
}
