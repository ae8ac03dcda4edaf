package org.guitu.protocols.report;

/**
 * A place in degrees, in whatever datum the context names.
 *
 * @param latitude north is positive
 * @param longitude east is positive
 */
public record Coordinates(double latitude, double longitude) {

    /** Whether it can be a place on Earth. */
    public boolean isInRange() {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }

    /** Whether it is the placeholder 0/0 that devices without a fix send. */
    public boolean isZero() {
        return latitude == 0 && longitude == 0;
    }
}
