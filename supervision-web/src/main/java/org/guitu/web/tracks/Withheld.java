package org.guitu.web.tracks;

import java.time.Instant;
import java.util.List;
import org.guitu.ingest.store.TrackPoint;
import org.jdbi.v3.core.Handle;

/**
 * What was stored under a basis that has been taken back as a mistake: it was never lawful, so it is not shown, unless another basis covered the
 * device just then.
 */
record Withheld(List<Cover> covers) {

    /** When a basis covered a device. */
    private record Cover(long deviceId, Instant from, Instant to, boolean revoked) {

        boolean holds(TrackPoint point) {
            return deviceId == point.deviceId()
                    && !point.fixTime().isBefore(from)
                    && point.fixTime().isBefore(to);
        }
    }

    static Withheld of(Handle handle, Viewing viewing) {
        return new Withheld(handle.createQuery("""
                        select c.device_id, c.valid_from, coalesce(c.ended_at, c.valid_to) as valid_to, b.revoked
                          from supervision.basis_cover c join supervision.basis b on b.basis_id = c.basis_id
                         where b.person_id = :person and c.valid_from < :to and coalesce(c.ended_at, c.valid_to) > :from""")
                .bind("person", viewing.personId())
                .bind("from", viewing.from())
                .bind("to", viewing.to())
                .map((row, context) -> new Cover(
                        row.getLong("device_id"),
                        row.getTimestamp("valid_from").toInstant(),
                        row.getTimestamp("valid_to").toInstant(),
                        row.getBoolean("revoked")))
                .list());
    }

    boolean holds(TrackPoint point) {
        List<Cover> holding =
                covers.stream().filter(cover -> cover.holds(point)).toList();
        return !holding.isEmpty() && holding.stream().allMatch(Cover::revoked);
    }
}
