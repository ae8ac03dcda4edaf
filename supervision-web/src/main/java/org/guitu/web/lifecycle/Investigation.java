package org.guitu.web.lifecycle;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An investigation before a decision: whether the person can be supervised here.
 *
 * @param askedBy the deciding body
 * @param fastTrack whether the court uses the fast-track procedure, which shortens the term
 * @param opinion empty until the report is given
 */
record Investigation(
        long id,
        String askedBy,
        LocalDate askedOn,
        boolean fastTrack,
        String askedNumber,
        String home,
        String family,
        String village,
        String victim,
        String danger,
        Optional<Opinion> opinion,
        Optional<LocalDate> reportedOn,
        String reportNumber) {

    /** What the agency advises. */
    enum Opinion {
        SUITABLE,
        UNSUITABLE
    }

    String ref() {
        return "investigation:" + id;
    }
}
