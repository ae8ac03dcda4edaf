package org.guitu.geofence.judgement;

import java.time.Instant;

/**
 * What one fix came to for one rule, told for every fix on the way: the explanation of a finding.
 *
 * @param at device time
 * @param contentHash with {@code at}, the key of the stored fix
 * @param latitude degrees
 * @param longitude degrees
 * @param sigmaMeters standard error along one axis if the fix is an honest one
 * @param wildShare probability that it is wild instead, as the fixes before it and the next one tell, 0-1
 * @param depthMeters signed distance into the violating side; negative on the compliant side, where it is told only as far as it matters
 * @param weight by how much it moved the logarithm of the odds: positive towards violation
 * @param posterior probability of violation after it, 0-1
 * @param inForce whether the rule was in force at that instant
 */
public record Traced(
        Instant at,
        long contentHash,
        double latitude,
        double longitude,
        double sigmaMeters,
        double wildShare,
        double depthMeters,
        double weight,
        double posterior,
        boolean inForce) {

    /** The same fix where the next one bears it out: no wilder than that one. */
    Traced borneOut(Traced next) {
        return new Traced(
                at,
                contentHash,
                latitude,
                longitude,
                sigmaMeters,
                Math.min(wildShare, next.wildShare),
                depthMeters,
                weight,
                posterior,
                inForce);
    }
}
