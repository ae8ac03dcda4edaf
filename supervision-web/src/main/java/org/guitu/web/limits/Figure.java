package org.guitu.web.limits;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One value of a figure, from a day on, in a place.
 *
 * @param source the text of law or the local rule it comes from
 * @param fixed set by a law in force: not to be changed by a place
 * @param organisationId the organisation that set it for its subtree; empty: shipped
 * @param setBy name of who set it
 */
public record Figure(
        Limit limit,
        Unit unit,
        int value,
        LocalDate validFrom,
        String source,
        boolean fixed,
        Optional<Long> organisationId,
        String organisationName,
        String setBy) {

    /** What the value counts. */
    public enum Unit {
        DAYS,
        WORKING_DAYS,
        MONTHS,
        HOURS,
        MINUTES,
        COUNT,
        YES_NO
    }
}
