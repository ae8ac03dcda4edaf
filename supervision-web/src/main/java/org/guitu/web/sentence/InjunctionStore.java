package org.guitu.web.sentence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of injunctions. Scoping is done on the person, whose row callers hold. */
public final class InjunctionStore {

    private static final String SELECT = """
            select i.injunction_id, r.*, i.ended_at, i.end_reason, s.name as recorded_by_name
              from supervision.injunction i
              join supervision.injunction_revision r on r.injunction_id = i.injunction_id
              join supervision.staff s on s.staff_id = r.recorded_by
             where i.person_id = :person""";

    private InjunctionStore() {}

    /** As they stand now, ended ones included, the newest first. */
    public static List<Injunction> standing(Handle handle, long personId) {
        return handle.createQuery(
                        SELECT + " and r.superseded_at is null order by r.first_day desc, i.injunction_id desc")
                .bind("person", personId)
                .map(InjunctionStore::injunction)
                .list();
    }

    /** Every version of one, the newest first. */
    static List<Injunction> versions(Handle handle, long personId, long injunctionId) {
        return handle.createQuery(SELECT + " and i.injunction_id = :injunction order by r.version desc")
                .bind("person", personId)
                .bind("injunction", injunctionId)
                .map(InjunctionStore::injunction)
                .list();
    }

    static long insert(Handle handle, long personId, InjunctionDraft draft, long by) {
        long id = handle.createUpdate(
                        "insert into supervision.injunction (person_id, recorded_by) values (:person, :by)")
                .bind("person", personId)
                .bind("by", by)
                .executeAndReturnGeneratedKeys("injunction_id")
                .mapTo(Long.class)
                .one();
        revise(handle, id, 1, draft, by);
        return id;
    }

    /** Writes the version that takes the place of the standing one. */
    static void revise(Handle handle, long injunctionId, int version, InjunctionDraft draft, long by) {
        handle.createUpdate("""
                        update supervision.injunction_revision set superseded_at = now()
                         where injunction_id = :injunction and superseded_at is null""").bind("injunction", injunctionId).execute();
        handle.createUpdate("""
                        insert into supervision.injunction_revision
                               (injunction_id, version, document_number, activities, places, contacts, first_day, last_day, recorded_by)
                        values (:injunction, :version, :documentNumber, :activities, :places, :contacts, :firstDay, :lastDay, :by)""")
                .bind("injunction", injunctionId)
                .bind("version", version)
                .bind("documentNumber", draft.documentNumber())
                .bind("activities", draft.activities())
                .bind("places", draft.places())
                .bind("contacts", draft.contacts())
                .bind("firstDay", draft.firstDay())
                .bind("lastDay", draft.lastDay())
                .bind("by", by)
                .execute();
    }

    static void end(Handle handle, long injunctionId, Instant at, String reason, long by) {
        handle.createUpdate("""
                        update supervision.injunction set ended_at = :at, ended_by = :by, end_reason = :reason
                         where injunction_id = :injunction""")
                .bind("injunction", injunctionId)
                .bind("at", at)
                .bind("by", by)
                .bind("reason", reason)
                .execute();
    }

    private static Injunction injunction(ResultSet row, StatementContext context) throws SQLException {
        return new Injunction(
                row.getLong("injunction_id"),
                row.getInt("version"),
                row.getString("document_number"),
                row.getString("activities"),
                row.getString("places"),
                row.getString("contacts"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by_name"),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("end_reason")).orElse(""));
    }
}
