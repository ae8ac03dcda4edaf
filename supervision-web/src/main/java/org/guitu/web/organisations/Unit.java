package org.guitu.web.organisations;

import java.time.Instant;
import java.util.Optional;
import org.guitu.web.access.Organisation;

/**
 * An organisation as its page shows it, closed or not.
 *
 * @param parentId empty for the top
 * @param people who are its own responsibility now
 * @param staff active staff whose home it is, or who hold a post there
 * @param devices in its stock
 * @param below organisations below it that are not closed
 */
record Unit(
        Organisation organisation,
        Optional<Long> parentId,
        Optional<Instant> closedAt,
        long people,
        long staff,
        long devices,
        long below) {

    /** Whether nothing is there that would be left without a house. */
    boolean empty() {
        return people == 0 && staff == 0 && devices == 0 && below == 0;
    }
}
