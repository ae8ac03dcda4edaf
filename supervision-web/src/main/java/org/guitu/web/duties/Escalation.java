package org.guitu.web.duties;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.guitu.web.access.Organisation;

/**
 * To whom an overdue duty goes up. Pure.
 *
 * @param countyDays overdue longer than so many days, the county is told
 * @param cityDays and the city
 */
record Escalation(int countyDays, int cityDays) {

    /** The level it has reached; empty while it is the office's own. */
    Optional<Organisation.Level> level(Duty duty, Instant now) {
        Duration overdue = Duration.between(duty.dueAt(), now);
        if (overdue.compareTo(Duration.ofDays(cityDays)) > 0) {
            return Optional.of(Organisation.Level.CITY);
        }
        return overdue.compareTo(Duration.ofDays(countyDays)) > 0
                ? Optional.of(Organisation.Level.COUNTY)
                : Optional.empty();
    }
}
