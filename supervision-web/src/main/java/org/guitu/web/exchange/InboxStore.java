package org.guitu.web.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.http.Json;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The SQL of the inbox. A message is seen by the county it was sent to and by whoever has the person it is about. */
final class InboxStore {

    /** What is known of a message that was stored before. */
    record Known(String digest, Instant receivedAt) {}

    private static final String SELECT = """
            select m.*, q.kind as partner_kind, q.name as partner_name, q.organisation_id,
                   coalesce(p.name, '') as person_name, coalesce(r.name, '') as read_name, coalesce(t.name, '') as acted_name
              from supervision.exchange_message m
              join supervision.partner q on q.partner_id = m.partner_id
              join supervision.organisation o on o.organisation_id = q.organisation_id
              left join supervision.person p on p.person_id = m.person_id
              left join supervision.assignment a on a.person_id = m.person_id and a.superseded_at is null and a.valid_to is null
              left join supervision.organisation h on h.organisation_id = a.organisation_id
              left join supervision.staff r on r.staff_id = m.read_by
              left join supervision.staff t on t.staff_id = m.acted_by
             where (o.path like :scope || '%' or h.path like :scope || '%') and (p.person_id is null or not p.minor or :minors)
            """;

    private InboxStore() {}

    static Optional<Known> known(Handle handle, UUID messageId) {
        return handle.createQuery("select digest, received_at from supervision.exchange_message where message_id = :id")
                .bind("id", messageId)
                .map((row, context) -> new Known(
                        row.getString("digest"), row.getTimestamp("received_at").toInstant()))
                .findOne();
    }

    /** Stores a message; empty if one of its id came in at the same moment. */
    static Optional<Long> insert(
            Handle handle, Partner partner, Message message, byte[] content, String signature, Instant receivedAt) {
        return handle.createUpdate("""
                        insert into supervision.exchange_message (partner_id, message_id, kind, sequence, created_at, received_at,
                               content, signature, digest, about, body)
                        values (:partner, :message, :kind, :sequence, :createdAt, :receivedAt, :content, :signature, :digest,
                                cast(:about as jsonb), cast(:body as jsonb))
                        on conflict (message_id) do nothing""")
                .bind("partner", partner.id())
                .bind("message", message.id())
                .bind("kind", message.kind().name())
                .bind("sequence", message.sequence())
                .bind("createdAt", message.createdAt())
                .bind("receivedAt", receivedAt)
                .bind("content", content)
                .bind("signature", signature)
                .bind("digest", Signatures.digest(content))
                .bind("about", Json.write(message.about()))
                .bind("body", Json.write(message.body()))
                .executeAndReturnGeneratedKeys("inbox_id")
                .mapTo(Long.class)
                .findOne();
    }

    /**
     * Whom of the county's people a message means: by identity number where it has one, else by case number and name together. Empty unless it
     * is one person alone.
     */
    static Optional<Long> meant(Handle handle, long organisationId, About about) {
        List<Long> found = handle.createQuery("""
                        select p.person_id from supervision.person p
                          join supervision.assignment a on a.person_id = p.person_id and a.superseded_at is null and a.valid_to is null
                          join supervision.organisation o on o.organisation_id = a.organisation_id
                         where o.path like (select path from supervision.organisation where organisation_id = :organisation) || '%'
                           and (p.identity_number = cast(:identity as text)
                                or (cast(:identity as text) is null and p.case_number = :case and p.name = :name)) limit 2""")
                .bind("organisation", organisationId)
                .bind("identity", about.identityNumber().orElse(null))
                .bind("case", about.caseNumber())
                .bind("name", about.name())
                .mapTo(Long.class)
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    static Optional<Long> personOfCase(Handle handle, Staff staff, String caseNumber) {
        return handle.createQuery("""
                        select p.person_id from supervision.person p
                          join supervision.assignment a on a.person_id = p.person_id and a.superseded_at is null and a.valid_to is null
                          join supervision.organisation o on o.organisation_id = a.organisation_id
                         where o.path like :scope || '%' and (not p.minor or :minors) and p.case_number = :case""")
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("case", caseNumber)
                .mapTo(Long.class)
                .findOne();
    }

    /**
     * Newest first.
     *
     * @param open only what is not acted upon
     * @param before only those with a smaller id; 0 for all
     */
    static List<InboxEntry> list(Handle handle, Staff staff, boolean open, long before, int limit) {
        return handle.createQuery(SELECT + """
                         and (not :open or m.state <> 'ACTED') and (:before = 0 or m.inbox_id < :before)
                         order by m.inbox_id desc limit :limit""")
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("open", open)
                .bind("before", before)
                .bind("limit", limit)
                .map(InboxStore::entry)
                .list();
    }

    static List<InboxEntry> ofPerson(Handle handle, Staff staff, long personId, int limit) {
        return handle.createQuery(SELECT + " and m.person_id = :person order by m.inbox_id desc limit :limit")
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("person", personId)
                .bind("limit", limit)
                .map(InboxStore::entry)
                .list();
    }

    static Optional<InboxEntry> find(Handle handle, Staff staff, long inboxId) {
        return find(handle, staff, inboxId, "");
    }

    static Optional<InboxEntry> lock(Handle handle, Staff staff, long inboxId) {
        return find(handle, staff, inboxId, " for update of m");
    }

    private static Optional<InboxEntry> find(Handle handle, Staff staff, long inboxId, String lock) {
        return handle.createQuery(SELECT + " and m.inbox_id = :id" + lock)
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("id", inboxId)
                .map(InboxStore::entry)
                .findOne();
    }

    static void link(Handle handle, long inboxId, long personId, long caseEntryId) {
        handle.createUpdate("""
                        update supervision.exchange_message set person_id = :person, case_entry_id = :entry where inbox_id = :id""")
                .bind("id", inboxId)
                .bind("person", personId)
                .bind("entry", caseEntryId)
                .execute();
    }

    static void read(Handle handle, long inboxId, Instant at, long by) {
        handle.createUpdate("""
                        update supervision.exchange_message set state = 'READ', read_at = :at, read_by = :by
                         where inbox_id = :id and state = 'NEW'""")
                .bind("id", inboxId)
                .bind("at", at)
                .bind("by", by)
                .execute();
    }

    static void acted(Handle handle, long inboxId, String act, Instant at, long by) {
        handle.createUpdate("""
                        update supervision.exchange_message set state = 'ACTED', act = :act, acted_at = :at, acted_by = :by,
                               read_at = coalesce(read_at, :at), read_by = coalesce(read_by, :by)
                         where inbox_id = :id""")
                .bind("id", inboxId)
                .bind("act", act)
                .bind("at", at)
                .bind("by", by)
                .execute();
    }

    private static InboxEntry entry(ResultSet row, StatementContext context) throws SQLException {
        return new InboxEntry(
                row.getLong("inbox_id"),
                row.getObject("message_id", UUID.class),
                PartnerKind.valueOf(row.getString("partner_kind")),
                row.getString("partner_name"),
                row.getLong("organisation_id"),
                NoticeKind.valueOf(row.getString("kind")),
                row.getLong("sequence"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("received_at").toInstant(),
                Stored.read(row.getString("about"), About.class),
                Stored.read(row.getString("body"), NoticeBody.class),
                row.getString("digest"),
                number(row.getLong("person_id")),
                row.getString("person_name"),
                number(row.getLong("case_entry_id")),
                InboxEntry.State.valueOf(row.getString("state")),
                instant(row.getTimestamp("read_at")),
                row.getString("read_name"),
                instant(row.getTimestamp("acted_at")),
                row.getString("acted_name"),
                row.getString("act"));
    }

    private static Optional<Long> number(long value) {
        return value == 0 ? Optional.empty() : Optional.of(value);
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
