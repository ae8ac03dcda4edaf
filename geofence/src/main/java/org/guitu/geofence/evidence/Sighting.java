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
 * @param wildShare probability that it is wild instead: its place then says nothing
 */
public record Sighting(
        Instant at, long contentHash, double latitude, double longitude, double sigmaMeters, double wildShare) {

    /** A fix more likely wild than not is a suspect: others do not gain by agreeing with it alone. */
    public boolean suspect() {
        return wildShare > 0.5;
    }
}
