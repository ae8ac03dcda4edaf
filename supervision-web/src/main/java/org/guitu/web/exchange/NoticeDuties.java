package org.guitu.web.exchange;

import java.time.Instant;
import java.util.Optional;
import org.guitu.web.duties.Duties;
import org.guitu.web.duties.DutyKind;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Meets the duty of a notice when it has arrived. */
final class NoticeDuties {

    private static final Duties DUTIES = new Duties();

    private record Kept(long personId, String kind, String ref) {}

    private NoticeDuties() {}

    static void keep(Handle handle, long noticeId, NoticeDuty duty) {
        handle.createUpdate("""
                        update supervision.exchange_notice set duty_kind = :kind, duty_ref = :ref where notice_id = :notice""")
                .bind("kind", duty.kind().key())
                .bind("ref", duty.ref())
                .bind("notice", noticeId)
                .execute();
    }

    /**
     * In the transaction that notes the arrival. A duty that was met or dropped meanwhile stays so.
     *
     * @param staffId who notes it; null for the clock
     */
    static void arrived(Handle handle, long noticeId, @Nullable Long staffId, Instant at) {
        Optional<Kept> kept = handle.createQuery("""
                        select person_id, duty_kind, duty_ref from supervision.exchange_notice
                         where notice_id = :notice and duty_kind <> '' and state in ('DELIVERED', 'BY_HAND')""")
                .bind("notice", noticeId)
                .map((row, context) ->
                        new Kept(row.getLong("person_id"), row.getString("duty_kind"), row.getString("duty_ref")))
                .findOne();
        kept.ifPresent(duty -> DUTIES.meet(
                handle,
                duty.personId(),
                DutyKind.until(duty.kind()),
                duty.ref(),
                staffId,
                at,
                "/exchange/outbox/" + noticeId));
    }
}
