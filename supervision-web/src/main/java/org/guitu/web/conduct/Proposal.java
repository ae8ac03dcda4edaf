package org.guitu.web.conduct;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A measure put forward by a named person, for someone of the county to decide.
 *
 * @param suggested what the ladder called for; empty: nothing
 * @param basis of a commendation
 * @param incidents that it rests on
 * @param earlier measures that it rests on
 * @param closeReason why it was refused or taken back
 */
record Proposal(
        long id,
        long personId,
        MeasureKind kind,
        List<Ground> grounds,
        Optional<MeasureKind> suggested,
        Optional<Commendation.Basis> basis,
        String reason,
        State state,
        Instant proposedAt,
        String proposedBy,
        Optional<Instant> closedAt,
        String closedBy,
        String closeReason,
        List<Long> incidents,
        List<Long> earlier) {

    Proposal {
        grounds = List.copyOf(grounds);
        incidents = List.copyOf(incidents);
        earlier = List.copyOf(earlier);
    }

    /** {@code PROPOSED -> DECIDED | REJECTED | TAKEN_BACK}. */
    enum State {
        PROPOSED,
        DECIDED,
        REJECTED,
        TAKEN_BACK
    }
}
