package org.guitu.web.help;

import java.time.LocalDate;
import java.util.Optional;

/** Something given. */
record Relief(long id, Kind kind, LocalDate day, Optional<Integer> yuan, String giver, String note, String by) {

    /** What it was. */
    enum Kind {
        CASH,
        GOODS,
        MEDICAL,
        HOUSING,
        TRAINING,
        JOB,
        OTHER
    }
}
