package org.guitu.web.roster;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;

/** The SQL of uploaded files. Whoever uploaded one alone finds it. */
final class ImportStore {

    /** An uploaded file; the content is gone once it was entered or a day has passed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Upload(long id, Optional<byte[]> content, Optional<Instant> appliedAt, int entered, int skipped) {}

    private ImportStore() {}

    static long insert(Handle handle, Staff staff, byte[] content, String digest) {
        handle.execute(
                "update supervision.roster_import set content = null where content is not null and uploaded_at < now() - interval '1 day'");
        return handle.createUpdate("""
                        insert into supervision.roster_import (staff_id, digest, content) values (:staff, :digest, :content)""")
                .bind("staff", staff.id())
                .bind("digest", digest)
                .bind("content", content)
                .executeAndReturnGeneratedKeys("import_id")
                .mapTo(Long.class)
                .one();
    }

    /** The file, its row locked until the transaction ends. */
    static Optional<Upload> lock(Handle handle, Staff staff, long importId) {
        return handle.createQuery("""
                        select import_id, content, applied_at, coalesce(entered, 0) as entered, coalesce(skipped, 0) as skipped
                          from supervision.roster_import where import_id = :id and staff_id = :staff for update""")
                .bind("id", importId)
                .bind("staff", staff.id())
                .map((row, context) -> new Upload(
                        row.getLong("import_id"),
                        Optional.ofNullable(row.getBytes("content")),
                        Optional.ofNullable(row.getTimestamp("applied_at")).map(Timestamp::toInstant),
                        row.getInt("entered"),
                        row.getInt("skipped")))
                .findOne();
    }

    static void applied(Handle handle, long importId, int entered, int skipped) {
        handle.createUpdate("""
                        update supervision.roster_import set applied_at = now(), content = null, entered = :entered, skipped = :skipped
                         where import_id = :id""")
                .bind("id", importId)
                .bind("entered", entered)
                .bind("skipped", skipped)
                .execute();
    }
}
