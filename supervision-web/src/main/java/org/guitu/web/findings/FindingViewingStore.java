package org.guitu.web.findings;

import java.time.Instant;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.tracks.Purpose;
import org.guitu.web.tracks.StatedPurpose;
import org.jdbi.v3.core.Handle;

/** The SQL of looks at findings. */
final class FindingViewingStore {

    private FindingViewingStore() {}

    static long insert(Handle handle, Staff staff, long findingId, StatedPurpose stated, Instant now) {
        return handle.createUpdate("""
                        insert into supervision.finding_viewing (staff_id, finding_id, purpose, reason, opened_at)
                        values (:staff, :finding, :purpose, :reason, :now)""")
                .bind("staff", staff.id())
                .bind("finding", findingId)
                .bind("purpose", stated.purpose().name())
                .bind("reason", stated.reason())
                .bind("now", now)
                .executeAndReturnGeneratedKeys("viewing_id")
                .mapTo(Long.class)
                .one();
    }

    static Optional<FindingViewing> find(Handle handle, long viewingId) {
        return handle.createQuery("select * from supervision.finding_viewing where viewing_id = :id")
                .bind("id", viewingId)
                .map((row, context) -> new FindingViewing(
                        row.getLong("viewing_id"),
                        row.getLong("staff_id"),
                        row.getLong("finding_id"),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getString("reason"),
                        row.getTimestamp("opened_at").toInstant()))
                .findOne();
    }
}
