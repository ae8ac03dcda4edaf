package org.guitu.geofence.evidence;

import java.time.Instant;

/**
 * A located fix, weighed.
 *
 * @param at device time
 * @param contentHash with {@code at}, the key of the fix
 * @param latitude degrees
 * @param longitude degrees
 * @param sigmaMeters standard error along one axis if the fix is an honest one
 * @param wildShare probability that a fix of its kind is wild, before its neighbours are asked: its place then says nothing
 * @param trust probability that it is honest, as the fixes up to it tell
 * @param weight probability that it is the newest honest one, as all fixes so far tell
 * @param moving probability that the subject was on the move when it was made
 */
public record Sighting(
        Instant at,
        long contentHash,
        double latitude,
        double longitude,
        double sigmaMeters,
        double wildShare,
        double trust,
        double weight,
        double moving) {

    /** A fix more likely wild than not is a suspect: it informs nobody. */
    public boolean suspect() {
        return trust < 0.5;
    }

    /** An error of a street block or more: a cell or a Wi-Fi network, whose errors repeat themselves. */
    public boolean coarse() {
        return sigmaMeters >= NoiseModel.COARSE_METERS;
    }

    Sighting weighing(double newWeight) {
        return new Sighting(at, contentHash, latitude, longitude, sigmaMeters, wildShare, trust, newWeight, moving);
    }
}
