package org.guitu.geofence.judgement;

import java.time.Duration;

/**
 * What the judge takes as given about a subject's device. Versioned with the rule book by the caller; never learnt inside the fold.
 *
 * @param freshFor how old evidence may be when a breach begins by the clock: the device's send interval plus buffer
 * @param outlierShare share of located fixes that are wild, whatever accuracy they claim, 0-1
 */
public record JudgeSettings(Duration freshFor, double outlierShare) {

    /** Ten minutes' plan and fifteen minutes' buffer; one fix in fifty is wild. */
    public static JudgeSettings defaults() {
        return new JudgeSettings(Duration.ofMinutes(25), 0.02);
    }
}
