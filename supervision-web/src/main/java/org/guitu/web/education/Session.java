package org.guitu.web.education;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One session of a course.
 *
 * @param organisationPath of who holds it: people below it may be planned
 * @param zone of who holds it
 * @param planned how many are to come
 * @param present how many came
 * @param closedAt when the list became final
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Session(
        long id,
        long courseId,
        String title,
        Subject subject,
        String organisationName,
        String organisationPath,
        ZoneId zone,
        Instant startsAt,
        int minutes,
        String place,
        String teacher,
        byte[] secret,
        int planned,
        int present,
        Optional<Instant> closedAt,
        Optional<Instant> cancelledAt,
        String cancelReason) {

    LocalDate day() {
        return LocalDate.ofInstant(startsAt, zone);
    }

    boolean open() {
        return closedAt.isEmpty() && cancelledAt.isEmpty();
    }
}
