package org.guitu.geofence.replay;

import java.time.Instant;
import java.util.Set;
import org.guitu.geofence.track.DeviceFact;
import org.guitu.geofence.track.Fix;
import org.jspecify.annotations.Nullable;

/**
 * One row of a recorded track.
 *
 * @param deviceId any text
 * @param fixTime device time
 * @param receivedTime when it arrived
 * @param latitude degrees; null if absent
 * @param longitude degrees; null if absent
 * @param valid whether the device calls its position valid
 * @param accuracyMeters reported error radius
 * @param facts what the device itself raises
 */
public record ReplayRow(
        String deviceId,
        Instant fixTime,
        Instant receivedTime,
        @Nullable Double latitude,
        @Nullable Double longitude,
        boolean valid,
        @Nullable Double accuracyMeters,
        @Nullable Double speedKmh,
        @Nullable Double courseDegrees,
        @Nullable Integer satellites,
        @Nullable Double batteryPercent,
        Set<DeviceFact> facts) {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    public ReplayRow {
        facts = Set.copyOf(facts);
    }

    /** The row as the judge sees it. Rows that differ in nothing but their arrival are one report. */
    public Fix fix() {
        boolean located = valid
                && latitude != null
                && longitude != null
                && Math.abs(latitude) <= 90
                && Math.abs(longitude) <= 180;
        return new Fix(
                fixTime,
                receivedTime,
                contentHash(),
                located && latitude != null ? latitude : 0,
                located && longitude != null ? longitude : 0,
                located,
                accuracyMeters,
                speedKmh,
                satellites,
                Fix.Source.UNKNOWN,
                facts);
    }

    private long contentHash() {
        long hash = mix(FNV_OFFSET, valid ? 1 : 0);
        for (Double value :
                new Double[] {latitude, longitude, accuracyMeters, speedKmh, courseDegrees, batteryPercent}) {
            hash = mix(hash, value == null ? Long.MIN_VALUE : Double.doubleToLongBits(value));
        }
        hash = mix(hash, satellites == null ? Long.MIN_VALUE : satellites);
        for (DeviceFact fact : DeviceFact.values()) {
            hash = mix(hash, facts.contains(fact) ? 1 : 0);
        }
        return hash;
    }

    private static long mix(long hash, long value) {
        long mixed = hash;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            mixed = (mixed ^ ((value >>> shift) & 0xff)) * FNV_PRIME;
        }
        return mixed;
    }
}
