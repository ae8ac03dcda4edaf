package org.guitu.web.resettlement;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What the end of help brings with it, whoever ends it. */
final class Ending {

    private static final ResettlementDuties DUTIES = new ResettlementDuties();

    private Ending() {}

    /**
     * Ends help in the caller's transaction: the helper is free again, and what was still to be done is dropped.
     *
     * @param by null for the clock
     */
    static void end(
            Handle handle, Resettlement standing, LocalDate on, EndReason reason, String note, @Nullable Long by) {
        ResettlementStore.end(handle, standing.id(), on, reason, note);
        HelpStore.endPairing(handle, standing.id(), on);
        DUTIES.cancel(handle, standing.personId(), standing.id(), by, note);
    }
}
