package org.guitu.web.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Counts what nobody known had signed: a row a day and reason, nothing of what was sent. */
final class Quarantine {

    /** Why it was turned away. */
    enum Reason {
        NO_SIGNATURE,
        MALFORMED,
        UNKNOWN_KEY,
        BAD_SIGNATURE
    }

    /** How often, and by whom last. */
    record Count(LocalDate day, Reason reason, long messages, Instant lastAt, String lastAddress) {}

    private static final int DAYS_KEPT = 90;
    private static final int ADDRESS_MAX = 64;

    private Quarantine() {}

    static void count(Handle handle, Reason reason, String address, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        int added = handle.createUpdate("""
                        insert into supervision.exchange_quarantine as q values (:day, :reason, 1, :at, :address)
                        on conflict (day, reason) do update set messages = q.messages + 1, last_at = :at, last_address = :address""")
                .bind("day", day)
                .bind("reason", reason.name())
                .bind("at", at)
                .bind("address", address.substring(0, Math.min(address.length(), ADDRESS_MAX)))
                .execute();
        if (added > 0) {
            handle.execute("delete from supervision.exchange_quarantine where day < ?", day.minusDays(DAYS_KEPT));
        }
    }

    static List<Count> recent(Handle handle) {
        return handle.createQuery("select * from supervision.exchange_quarantine order by day desc, reason limit 30")
                .map((row, context) -> new Count(
                        row.getObject("day", LocalDate.class),
                        Reason.valueOf(row.getString("reason")),
                        row.getLong("messages"),
                        row.getTimestamp("last_at").toInstant(),
                        row.getString("last_address")))
                .list();
    }
}
