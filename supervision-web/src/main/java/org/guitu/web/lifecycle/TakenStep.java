package org.guitu.web.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.guitu.web.people.CaseState;

/**
 * A step that was taken.
 *
 * @param from where the case stood; empty for someone who had none
 * @param leftAt when what was ordered ended, of a step that ended a case
 * @param undoReason why it was a mistake, once a correcting entry has said so
 */
record TakenStep(
        long id,
        CaseStep step,
        Optional<CaseState> from,
        CaseState to,
        LocalDate happenedOn,
        String documentNumber,
        String note,
        long entryId,
        Instant recordedAt,
        String recordedBy,
        Optional<Instant> leftAt,
        Optional<String> undoReason) {

    /** What duties it opened are known by. */
    String ref() {
        return "step:" + id;
    }
}
