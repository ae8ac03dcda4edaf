package org.guitu.web.help;

import java.time.LocalDate;
import java.util.Optional;

/** One entry of the psychological file. */
record Psychology(
        long id,
        Kind kind,
        LocalDate day,
        String instrument,
        Optional<Level> level,
        String summary,
        Optional<LocalDate> nextOn,
        String by) {

    enum Kind {
        ASSESSMENT,
        TALK
    }

    /** What an assessment found. */
    enum Level {
        NORMAL,
        MILD,
        MODERATE,
        SEVERE
    }
}
