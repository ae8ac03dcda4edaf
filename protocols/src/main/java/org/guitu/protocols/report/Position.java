package org.guitu.protocols.report;

import org.jspecify.annotations.Nullable;

/**
 * Where a device says it is. WGS-84; a profile's datum has been converted before this record is made.
 *
 * @param latitude degrees, as sent (may be out of range, see {@link Report.Mark#COORDINATES_INVALID})
 * @param longitude degrees, as sent
 * @param valid the device's own fix flag
 * @param accuracyMeters reported error radius
 * @param speedKmh km/h
 * @param courseDegrees 0-360, clockwise from north
 * @param altitudeMeters metres above sea level
 * @param satellites satellites used
 * @param hdop horizontal dilution of precision
 * @param source what fixed the position
 */
public record Position(
        double latitude,
        double longitude,
        boolean valid,
        @Nullable Double accuracyMeters,
        @Nullable Double speedKmh,
        @Nullable Double courseDegrees,
        @Nullable Double altitudeMeters,
        @Nullable Integer satellites,
        @Nullable Double hdop,
        Source source) {

    /** What fixed the position; the code is stored. */
    public enum Source {
        UNKNOWN(0),
        GNSS(1),
        WIFI(2),
        CELL(3),
        FUSED(4);

        private final int code;

        Source(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        /** The source with this stored code, or {@link #UNKNOWN}. */
        public static Source ofCode(int code) {
            for (Source source : values()) {
                if (source.code == code) {
                    return source;
                }
            }
            return UNKNOWN;
        }
    }
}
