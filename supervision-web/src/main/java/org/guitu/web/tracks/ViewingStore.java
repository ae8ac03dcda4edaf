package org.guitu.web.tracks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.ingest.pipeline.StoredFindings;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;

/** The SQL of viewings, and what stands beside the points. */
final class ViewingStore {

    private static final int FINDINGS_MAX = 500;

    private ViewingStore() {}

    static long insert(
            Handle handle, Staff staff, long personId, StatedPurpose stated, Instant from, Instant to, Instant now) {
        return handle.createUpdate("""
                        insert into supervision.track_viewing (staff_id, person_id, purpose, reason, period_from, period_to, opened_at)
                        values (:staff, :person, :purpose, :reason, :from, :to, :now)""")
                .bind("staff", staff.id())
                .bind("person", personId)
                .bind("purpose", stated.purpose().name())
                .bind("reason", stated.reason())
                .bind("from", from)
                .bind("to", to)
                .bind("now", now)
                .executeAndReturnGeneratedKeys("viewing_id")
                .mapTo(Long.class)
                .one();
    }

    static Optional<Viewing> find(Handle handle, long viewingId) {
        return handle.createQuery("select * from supervision.track_viewing where viewing_id = :id")
                .bind("id", viewingId)
                .map((row, context) -> new Viewing(
                        row.getLong("viewing_id"),
                        row.getLong("staff_id"),
                        row.getLong("person_id"),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getString("reason"),
                        row.getTimestamp("period_from").toInstant(),
                        row.getTimestamp("period_to").toInstant(),
                        row.getTimestamp("opened_at").toInstant()))
                .findOne();
    }

    /** Standing findings that touch the period, those of pairs of which the person is the first among them, oldest first. */
    static List<Track.Found> findings(Handle handle, Viewing viewing) {
        List<Long> subjects = StoredFindings.subjectsOf(handle, viewing.personId());
        return StoredFindings.standing(handle, subjects, viewing.from(), viewing.to()).stream()
                .limit(FINDINGS_MAX)
                .map(stored -> new Track.Found(
                        stored.findingId(),
                        stored.finding().kind(),
                        stored.finding().ruleId().stream().boxed().findFirst(),
                        stored.finding().start(),
                        Optional.ofNullable(stored.finding().end())))
                .toList();
    }

    /** The longest plan plus buffer of the devices worn in the period; 25 minutes where none was. */
    static Duration gapAfter(Handle handle, Viewing viewing) {
        return handle.createQuery("""
                        select max(d.send_interval_s + d.buffer_s) from supervision.wearing w
                          join telemetry.device d on d.device_id = w.device_id
                         where w.person_id = :person and w.superseded_at is null
                           and w.valid_from < :to and coalesce(w.valid_to, 'infinity') > :from""")
                .bind("person", viewing.personId())
                .bind("from", viewing.from())
                .bind("to", viewing.to())
                .mapTo(Long.class)
                .findFirst()
                .map(Duration::ofSeconds)
                .orElse(Duration.ofMinutes(25));
    }

    static Track.Absence absence(Handle handle, Viewing viewing) {
        if (!touches(handle, viewing, """
                select exists (select 1 from supervision.wearing where person_id = :person and superseded_at is null
                   and valid_from < :to and coalesce(valid_to, 'infinity') > :from)""")) {
            return Track.Absence.NO_DEVICE;
        }
        return touches(handle, viewing, """
                        select exists (select 1 from supervision.basis_cover c join supervision.basis b on b.basis_id = c.basis_id
                         where b.person_id = :person and c.valid_from < :to and coalesce(c.ended_at, c.valid_to) > :from)""") ? Track.Absence.NO_REPORT : Track.Absence.NO_BASIS;
    }

    private static boolean touches(Handle handle, Viewing viewing, String sql) {
        return handle.createQuery(sql)
                .bind("person", viewing.personId())
                .bind("from", viewing.from())
                .bind("to", viewing.to())
                .mapTo(Boolean.class)
                .one();
    }
}
