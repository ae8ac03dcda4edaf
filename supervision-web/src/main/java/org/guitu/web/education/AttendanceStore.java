package org.guitu.web.education;

import org.jdbi.v3.core.Handle;

/** The SQL of who came. */
final class AttendanceStore {

    /** From the list, or with the code shown in the room. */
    enum How {
        LIST,
        CODE
    }

    private AttendanceStore() {}

    /** Notes that someone came or did not, in place of what was noted before. */
    static void replace(
            Handle handle,
            long sessionId,
            long personId,
            boolean present,
            int minutes,
            String excuse,
            How how,
            long by) {
        handle.createUpdate("""
                        update supervision.attendance set superseded_at = now()
                         where session_id = :session and person_id = :person and superseded_at is null""")
                .bind("session", sessionId)
                .bind("person", personId)
                .execute();
        handle.createUpdate("""
                        insert into supervision.attendance (session_id, person_id, present, minutes, excuse, how, recorded_by)
                        values (:session, :person, :present, :minutes, :excuse, :how, :by)""")
                .bind("session", sessionId)
                .bind("person", personId)
                .bind("present", present)
                .bind("minutes", present ? minutes : 0)
                .bind("excuse", present ? "" : excuse)
                .bind("how", how.name())
                .bind("by", by)
                .execute();
    }
}
