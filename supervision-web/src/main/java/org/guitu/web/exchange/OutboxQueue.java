package org.guitu.web.exchange;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guitu.web.http.Json;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The outbox as the worker sees it. A claim pushes the next attempt into the future before anything is sent, so that a worker that dies loses
 * nothing and two workers do not send the same. In one case only the oldest open notice to a partner may be claimed: what a partner refuses
 * holds back what comes after it. Each method is one transaction.
 */
final class OutboxQueue {

    /** What is to be sent. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Claim(long noticeId, UUID messageId, Partner partner, byte[] content, int attempts) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    private record Row(
            long noticeId,
            UUID messageId,
            long partnerId,
            long personId,
            NoticeKind kind,
            About about,
            NoticeBody body,
            byte[] content,
            int attempts) {}

    private final Jdbi jdbi;

    OutboxQueue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The most urgent notice that may be sent now.
     *
     * @param lease how long nobody else may claim it
     */
    Optional<Claim> claim(Instant now, Duration lease) {
        return jdbi.inTransaction(handle -> {
            Optional<Row> row = handle.createQuery("""
                            select n.* from supervision.exchange_notice n
                              join supervision.partner p on p.partner_id = n.partner_id and p.ended_at is null
                             where n.state = 'QUEUED' and n.next_attempt_at <= :now
                               and not exists (select 1 from supervision.exchange_notice b
                                                where b.partner_id = n.partner_id and b.person_id = n.person_id
                                                  and b.state in ('QUEUED', 'REFUSED') and b.notice_id < n.notice_id)
                             order by n.attempts, n.next_attempt_at, n.notice_id limit 1
                               for update of n skip locked""")
                    .bind("now", now)
                    .map((found, context) -> row(found))
                    .findOne();
            return row.map(found -> claimed(handle, found, now, lease));
        });
    }

    void delivered(long noticeId, byte[] receipt, String signature, Instant at) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            update supervision.exchange_notice set state = 'DELIVERED', receipt = :receipt, receipt_signature = :signature,
                                   delivered_at = :at, last_error = '', next_attempt_at = null
                             where notice_id = :notice and state = 'QUEUED'""")
                    .bind("notice", noticeId)
                    .bind("receipt", receipt)
                    .bind("signature", signature)
                    .bind("at", at)
                    .execute();
            NoticeDuties.arrived(handle, noticeId, null, at);
        });
    }

    void failed(long noticeId, String error, Instant nextAttemptAt) {
        jdbi.useTransaction(handle -> handle.createUpdate("""
                        update supervision.exchange_notice set last_error = :error, next_attempt_at = :next
                         where notice_id = :notice and state = 'QUEUED'""")
                .bind("notice", noticeId)
                .bind("error", error)
                .bind("next", nextAttemptAt)
                .execute());
    }

    void refused(long noticeId, String error) {
        jdbi.useTransaction(handle -> handle.createUpdate("""
                        update supervision.exchange_notice set state = 'REFUSED', last_error = :error, next_attempt_at = null
                         where notice_id = :notice and state = 'QUEUED'""")
                .bind("notice", noticeId)
                .bind("error", error)
                .execute());
    }

    private static Claim claimed(Handle handle, Row row, Instant now, Duration lease) {
        Partner partner = PartnerStore.find(handle, row.partnerId()).orElseThrow();
        byte[] content = row.content().length > 0 ? row.content() : written(handle, row, partner, now);
        handle.createUpdate("""
                        update supervision.exchange_notice set attempts = attempts + 1, next_attempt_at = :until, content = :content
                         where notice_id = :notice""")
                .bind("notice", row.noticeId())
                .bind("until", now.plus(lease))
                .bind("content", content)
                .execute();
        return new Claim(row.noticeId(), row.messageId(), partner, content, row.attempts() + 1);
    }

    /** Writes the message once; every attempt sends these bytes. */
    private static byte[] written(Handle handle, Row row, Partner partner, Instant now) {
        long sequence = handle.createQuery("""
                        update supervision.exchange_notice set sequence = coalesce(sequence, (
                               select coalesce(max(b.sequence), 0) + 1 from supervision.exchange_notice b
                                where b.partner_id = :partner and b.person_id = :person))
                         where notice_id = :notice returning sequence""")
                .bind("notice", row.noticeId())
                .bind("partner", row.partnerId())
                .bind("person", row.personId())
                .mapTo(Long.class)
                .one();
        Message message = new Message(
                Message.SCHEMA_VERSION,
                row.messageId(),
                row.kind(),
                partner.ownCode(),
                partner.code(),
                now,
                sequence,
                row.about(),
                row.body());
        return Json.write(message).getBytes(StandardCharsets.UTF_8);
    }

    private static Row row(ResultSet row) throws SQLException {
        byte[] content = row.getBytes("content");
        return new Row(
                row.getLong("notice_id"),
                row.getObject("message_id", UUID.class),
                row.getLong("partner_id"),
                row.getLong("person_id"),
                NoticeKind.valueOf(row.getString("kind")),
                Stored.read(row.getString("about"), About.class),
                Stored.read(row.getString("body"), NoticeBody.class),
                content == null ? new byte[0] : content,
                row.getInt("attempts"));
    }
}
