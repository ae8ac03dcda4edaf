package org.guitu.geofence.evidence;

import java.time.Duration;

/**
 * The constants of the filter, gathered so that they can be argued about in one place. Rates are per second.
 *
 * @param freshFor evidence older than this supports no new claim
 * @param violateRate how often a compliant subject begins to violate
 * @param complyRate how often a violating subject stops
 * @param firstPrior probability of violation before any evidence at all
 * @param confirmAt probability at which belief turns, on either side
 * @param driftMeters standard size of the error that neighbouring fixes share (walls, reflections, a cold receiver)
 * @param driftSeconds how long such an error lasts
 * @param glitchSeconds fixes closer in time than this share their wildness too
 * @param wildSpreadMeters how far about the truth wild fixes scatter: half of them lie beyond 1.7 times this
 * @param plausibleMetersPerSecond speed at which a subject's movement stops being ordinary
 * @param leaveRate how often a subject at rest sets out for elsewhere
 */
public record EvidenceSettings(
        Duration freshFor,
        double violateRate,
        double complyRate,
        double firstPrior,
        double confirmAt,
        double driftMeters,
        double driftSeconds,
        double glitchSeconds,
        double wildSpreadMeters,
        double plausibleMetersPerSecond,
        double leaveRate) {

    /** The same constants for a subject whose evidence is good for so long. */
    public EvidenceSettings withFreshFor(Duration freshness) {
        return new EvidenceSettings(
                freshness,
                violateRate,
                complyRate,
                firstPrior,
                confirmAt,
                driftMeters,
                driftSeconds,
                glitchSeconds,
                wildSpreadMeters,
                plausibleMetersPerSecond,
                leaveRate);
    }

    /** Constants for a subject whose evidence is good for {@code freshFor}. */
    public static EvidenceSettings of(Duration freshFor) {
        return new EvidenceSettings(freshFor, 1 / 28_800.0, 1 / 3_600.0, 0.05, 0.9, 12, 600, 8, 150, 12, 1 / 5_000.0);
    }
}
