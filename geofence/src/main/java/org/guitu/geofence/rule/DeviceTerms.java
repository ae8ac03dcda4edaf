package org.guitu.geofence.rule;

import java.time.Duration;
import java.time.Instant;

/**
 * What the judge takes as given about the subject's device, from an instant on. Part of the rule book: it is versioned with the rules and never
 * learnt inside a fold, so that a stretch of the past is judged by what was known of the device then.
 *
 * @param from inclusive; {@link Instant#MIN} for the first
 * @param freshFor how old evidence may be when a breach begins by the clock: the device's send interval plus buffer
 * @param outlierShare share of located fixes that are wild, whatever accuracy they claim, 0-1
 */
public record DeviceTerms(Instant from, Duration freshFor, double outlierShare) {

    /** Ten minutes' plan and fifteen minutes' buffer; one fix in fifty is wild. */
    public static DeviceTerms defaults() {
        return of(Duration.ofMinutes(25), 0.02);
    }

    /** Terms that have always held. */
    public static DeviceTerms of(Duration freshFor, double outlierShare) {
        return new DeviceTerms(Instant.MIN, freshFor, outlierShare);
    }

    public DeviceTerms {
        if (!freshFor.isPositive() || !(outlierShare > 0 && outlierShare < 1)) {
            throw new IllegalArgumentException("freshness must be positive and the outlier share between 0 and 1");
        }
    }

    /** The same from another instant on. */
    public DeviceTerms from(Instant instant) {
        return new DeviceTerms(instant, freshFor, outlierShare);
    }
}
