package org.guitu.web.exchange;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.http.Json;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The SQL of the outbox as people read and handle it. A notice is seen by the county that sent it and by whoever has the person now. */
final class OutboxStore {

    private static final String SELECT = """
            select n.*, o.name as organisation_name, coalesce(q.name, '') as partner_name, coalesce(s.name, '') as staff_name
              from supervision.exchange_notice n
              join supervision.person p on p.person_id = n.person_id
              join supervision.organisation o on o.organisation_id = n.organisation_id
              join supervision.assignment a on a.person_id = n.person_id and a.superseded_at is null and a.valid_to is null
              join supervision.organisation h on h.organisation_id = a.organisation_id
              left join supervision.partner q on q.partner_id = n.partner_id
              left join supervision.staff s on s.staff_id = n.created_by
             where (o.path like :scope || '%' or h.path like :scope || '%') and (not p.minor or :minors)
            """;

    private OutboxStore() {}

    /** Answers its id. */
    static long insert(
            Handle handle,
            Person person,
            NoticeKind kind,
            PartnerKind recipient,
            @Nullable Long partnerId,
            NoticeBody body,
            Instant now,
            @Nullable Long by) {
        return handle.createUpdate("""
                        insert into supervision.exchange_notice (message_id, organisation_id, person_id, kind, recipient, partner_id,
                               about, body, state, next_attempt_at, created_at, created_by)
                        select :message, coalesce((
                                   select c.organisation_id from supervision.organisation c
                                    where mine.path like c.path || '%' and c.level in ('COUNTY', 'CITY', 'PROVINCE')
                                    order by length(c.path) desc limit 1), mine.organisation_id),
                               :person, :kind, :recipient, cast(:partner as bigint), cast(:about as jsonb), cast(:body as jsonb),
                               case when cast(:partner as bigint) is null then 'WAITING' else 'QUEUED' end,
                               case when cast(:partner as bigint) is not null then cast(:now as timestamptz) end, :now, :by
                          from supervision.organisation mine where mine.organisation_id = :organisation""")
                .bind("message", UUID.randomUUID())
                .bind("organisation", person.organisationId())
                .bind("person", person.id())
                .bind("kind", kind.name())
                .bind("recipient", recipient.name())
                .bind("partner", partnerId)
                .bind("about", Json.write(About.of(person)))
                .bind("body", Json.write(body))
                .bind("now", now)
                .bind("by", by)
                .executeAndReturnGeneratedKeys("notice_id")
                .mapTo(Long.class)
                .one();
    }

    /**
     * Newest first.
     *
     * @param open only what has not reached its recipient yet, the oldest first
     * @param before only those with a smaller id; 0 for all
     */
    static List<Notice> list(Handle handle, Staff staff, boolean open, long before, int limit) {
        String sql = SELECT
                + (open
                        ? " and n.state in ('WAITING', 'QUEUED', 'REFUSED') order by n.state = 'QUEUED', n.notice_id"
                        : " and (:before = 0 or n.notice_id < :before) order by n.notice_id desc")
                + " limit :limit";
        var query = handle.createQuery(sql)
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("limit", limit);
        if (!open) {
            query.bind("before", before);
        }
        return query.map(OutboxStore::notice).list();
    }

    static List<Notice> ofPerson(Handle handle, Staff staff, long personId, int limit) {
        return handle.createQuery(SELECT + " and n.person_id = :person order by n.notice_id desc limit :limit")
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("person", personId)
                .bind("limit", limit)
                .map(OutboxStore::notice)
                .list();
    }

    static Optional<Notice> find(Handle handle, Staff staff, long noticeId) {
        return find(handle, staff, noticeId, "");
    }

    static Optional<Notice> lock(Handle handle, Staff staff, long noticeId) {
        return find(handle, staff, noticeId, " for update of n");
    }

    private static Optional<Notice> find(Handle handle, Staff staff, long noticeId, String lock) {
        return handle.createQuery(SELECT + " and n.notice_id = :notice" + lock)
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("notice", noticeId)
                .map(OutboxStore::notice)
                .findOne();
    }

    /** Which partner it goes to, from now on. */
    static void choose(Handle handle, long noticeId, long partnerId, Instant now) {
        handle.createUpdate("""
                        update supervision.exchange_notice
                           set partner_id = :partner, state = 'QUEUED', next_attempt_at = :now, attempts = 0, last_error = '',
                               sequence = null, content = null
                         where notice_id = :notice""")
                .bind("notice", noticeId)
                .bind("partner", partnerId)
                .bind("now", now)
                .execute();
    }

    /** A refused notice as a new message: the partner has not stored the old one and would refuse it again. */
    static void again(Handle handle, long noticeId, Instant now) {
        handle.createUpdate("""
                        update supervision.exchange_notice
                           set message_id = :message, state = 'QUEUED', next_attempt_at = :now, attempts = 0, last_error = '',
                               content = null
                         where notice_id = :notice""")
                .bind("notice", noticeId)
                .bind("message", UUID.randomUUID())
                .bind("now", now)
                .execute();
    }

    static void byHand(Handle handle, long noticeId, LocalDate day, String how, long by) {
        handle.createUpdate("""
                        update supervision.exchange_notice
                           set state = 'BY_HAND', sent_on = :day, sent_how = :how, sent_by = :by, next_attempt_at = null
                         where notice_id = :notice""")
                .bind("notice", noticeId)
                .bind("day", day)
                .bind("how", how)
                .bind("by", by)
                .execute();
    }

    /** Those of a kind that were made together last. */
    private static final String NEWEST = """
             person_id = :person and kind = :kind and created_at =
                   (select max(created_at) from supervision.exchange_notice where person_id = :person and kind = :kind)""";

    /** Withdraws of the newest notices of a kind what has surely not gone out; answers how many. */
    static int withdrawUnsent(Handle handle, long personId, NoticeKind kind) {
        return handle.createUpdate("update supervision.exchange_notice set state = 'WITHDRAWN', next_attempt_at = null,"
                        + " sequence = null where (state in ('WAITING', 'REFUSED') or (state = 'QUEUED' and attempts = 0)) and "
                        + NEWEST)
                .bind("person", personId)
                .bind("kind", kind.name())
                .execute();
    }

    /** To whom of the newest notices of a kind something went, or may have gone. */
    static List<PartnerKind> told(Handle handle, long personId, NoticeKind kind) {
        return handle.createQuery(
                        "select recipient from supervision.exchange_notice where state <> 'WITHDRAWN' and " + NEWEST)
                .bind("person", personId)
                .bind("kind", kind.name())
                .mapTo(String.class)
                .map(PartnerKind::valueOf)
                .list();
    }

    private static Notice notice(ResultSet row, StatementContext context) throws SQLException {
        long partner = row.getLong("partner_id");
        long sequence = row.getLong("sequence");
        byte[] receipt = row.getBytes("receipt");
        return new Notice(
                row.getLong("notice_id"),
                row.getObject("message_id", UUID.class),
                row.getLong("person_id"),
                row.getString("organisation_name"),
                NoticeKind.valueOf(row.getString("kind")),
                PartnerKind.valueOf(row.getString("recipient")),
                partner == 0 ? Optional.empty() : Optional.of(partner),
                row.getString("partner_name"),
                Stored.read(row.getString("about"), About.class),
                Stored.read(row.getString("body"), NoticeBody.class),
                NoticeState.valueOf(row.getString("state")),
                sequence == 0 ? Optional.empty() : Optional.of(sequence),
                row.getInt("attempts"),
                instant(row.getTimestamp("next_attempt_at")),
                row.getString("last_error"),
                instant(row.getTimestamp("delivered_at")),
                receipt == null ? "" : new String(receipt, StandardCharsets.UTF_8),
                Optional.ofNullable(row.getObject("sent_on", LocalDate.class)),
                Optional.ofNullable(row.getString("sent_how")).orElse(""),
                row.getTimestamp("created_at").toInstant(),
                row.getString("staff_name"));
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
