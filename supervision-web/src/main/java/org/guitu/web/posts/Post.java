package org.guitu.web.posts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Someone in a post, as one row of the books says.
 *
 * @param id the same in all versions of a post
 * @param sex {@code ""} where it is not known
 * @param last included; empty: still
 */
record Post(
        long id,
        long staffId,
        String staffName,
        String sex,
        String phone,
        boolean account,
        long organisationId,
        String organisationName,
        String title,
        PostKind kind,
        LocalDate first,
        Optional<LocalDate> last,
        Instant recordedAt,
        String recordedBy) {

    boolean holdsOn(LocalDate day) {
        return !first.isAfter(day) && last.filter(end -> end.isBefore(day)).isEmpty();
    }
}
