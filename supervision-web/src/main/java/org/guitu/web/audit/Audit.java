package org.guitu.web.audit;

import java.util.Map;
import org.guitu.web.http.Json;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The door through which every feature records what was done, in the transaction that did it. Thread-safe. */
public final class Audit {

    /**
     * Adds one row. It is linked into the hash chain shortly after the transaction commits.
     *
     * @param handle the caller's open transaction
     * @param staffId who did it; null for the command line or someone unknown
     * @param action a dotted name, e.g. {@code track.view}; its words are {@code <feature>.action.<name>} in the messages
     * @param subjectId the supervisee it is about, if any
     * @param purpose as stated by the reader, or {@code ""}
     * @param detail what else is worth keeping: ids and periods, never names or coordinates
     */
    public void record(
            Handle handle,
            @Nullable Long staffId,
            String action,
            @Nullable Long subjectId,
            String purpose,
            Map<String, ?> detail) {
        handle.createUpdate(
                        "insert into supervision.audit (staff_id, organisation_id, action, subject_id, purpose, detail)"
                                + " values (:staff, (select organisation_id from supervision.staff where staff_id = :staff),"
                                + " :action, :subject, :purpose, cast(:detail as jsonb))")
                .bind("staff", staffId)
                .bind("action", action)
                .bind("subject", subjectId)
                .bind("purpose", purpose)
                .bind("detail", Json.write(detail))
                .execute();
    }
}
