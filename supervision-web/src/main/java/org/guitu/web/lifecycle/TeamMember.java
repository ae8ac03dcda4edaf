package org.guitu.web.lifecycle;

import java.time.LocalDate;
import java.util.Optional;
import org.guitu.web.people.Sex;

/**
 * A member of a correction team (CCL-25).
 *
 * @param signedOn when the letter of responsibility was signed
 */
record TeamMember(
        long id,
        String name,
        Sex sex,
        Kind kind,
        String phone,
        LocalDate joinedOn,
        Optional<LocalDate> leftOn,
        Optional<LocalDate> signedOn) {

    /** For whom the member stands. */
    enum Kind {
        OFFICE,
        VILLAGE,
        FAMILY,
        EMPLOYER,
        SCHOOL,
        SOCIAL_WORKER,
        VOLUNTEER,
        POLICE,
        OTHER
    }

    /** Whether a member on a day. */
    boolean on(LocalDate day) {
        return !joinedOn.isAfter(day) && leftOn.map(left -> left.isAfter(day)).orElse(true);
    }
}
