package org.guitu.web.holidays;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A day that is not as its day of the week says.
 *
 * @param off whether it is a day off; else a weekend day that is worked
 * @param organisationId who entered it for its subtree; empty: as announced for everywhere
 */
record Holiday(LocalDate day, boolean off, String name, Optional<Long> organisationId, String organisationName) {

    boolean says(boolean otherOff, String otherName) {
        return off == otherOff && name.equals(otherName);
    }
}
