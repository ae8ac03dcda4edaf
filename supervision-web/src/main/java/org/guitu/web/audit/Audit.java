package org.guitu.web.audit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.guitu.web.access.Acting;
import org.guitu.web.access.Principal;
import org.guitu.web.access.Staff;
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
        Optional<Staff> acting = Acting.now().filter(now -> staffId != null && now.id() == staffId);
        handle.createUpdate(
                        "insert into supervision.audit (staff_id, organisation_id, action, subject_id, purpose, detail)"
                                + " values (:staff, coalesce(:place, (select organisation_id from supervision.staff where staff_id = :staff)),"
                                + " :action, :subject, :purpose, cast(:detail as jsonb))")
                .bind("staff", staffId)
                .bind("action", action)
                .bind("subject", subjectId)
                .bind("purpose", purpose)
                .bind("place", acting.map(now -> now.organisation().id()).orElse(null))
                .bind("detail", Json.write(withPrincipal(acting, detail)))
                .execute();
    }

    /** A deputy's act says for whom it was done, within what the chain of hashes covers. */
    private static Map<String, ?> withPrincipal(Optional<Staff> acting, Map<String, ?> detail) {
        Optional<Principal> principal = acting.flatMap(Staff::standsInFor);
        if (principal.isEmpty()) {
            return detail;
        }
        Map<String, Object> both = new TreeMap<>(detail);
        both.put("actingFor", principal.get().id());
        return both;
    }
}
