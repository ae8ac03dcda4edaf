package org.guitu.web.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Staff and organisations as rows. Every list is of one subtree. */
public final class StaffStore {

    /** A member of staff as the list shows them. */
    public record Entry(Staff staff, boolean mustChangePassword, Optional<Instant> deactivatedAt) {}

    /** Everyone who acts in the subtree of this path, by organisation and name. */
    public List<Entry> list(Handle handle, String scope) {
        return handle.createQuery("select " + StaffRows.COLUMNS + StaffRows.FROM
                        + " where o.path like :scope || '%' order by s.deactivated_at is not null, o.path, s.user_name")
                .bind("scope", scope)
                .map((row, context) -> entry(row))
                .list();
    }

    static Entry entry(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Entry(
                StaffRows.staff(row),
                row.getBoolean("must_change"),
                Optional.ofNullable(row.getTimestamp("deactivated_at")).map(java.sql.Timestamp::toInstant));
    }
}
