package org.guitu.web.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of household facts. Scoping is done on the person, whose row callers hold. */
final class EntryStore {

    private static final String SELECT = """
            select e.*, s.name as recorded_by_name from supervision.household_entry e
              join supervision.staff s on s.staff_id = e.recorded_by
             where e.person_id = :person
            """;

    private EntryStore() {}

    /** As they stand, past and withdrawn ones included: those that hold first, who is to be called first before others. */
    static List<Entry> standing(Handle handle, long personId) {
        return handle.createQuery(SELECT + """
                         and e.superseded_at is null
                         order by e.section, e.withdrawn is not null, e.valid_to is not null, not e.emergency, e.valid_from desc, e.entry_id""")
                .bind("person", personId)
                .map(EntryStore::entry)
                .list();
    }

    static Optional<Entry> find(Handle handle, long personId, long entryId) {
        return handle.createQuery(SELECT + " and e.superseded_at is null and e.entry_id = :entry")
                .bind("person", personId)
                .bind("entry", entryId)
                .map(EntryStore::entry)
                .findOne();
    }

    static long next(Handle handle) {
        return handle.createQuery("select nextval('supervision.household_entry_id')")
                .mapTo(Long.class)
                .one();
    }

    /** Writes a version in the place of the standing one. */
    static void write(
            Handle handle,
            long personId,
            long entryId,
            int version,
            EntryDraft draft,
            Optional<LocalDate> validTo,
            Optional<String> withdrawn,
            long by) {
        handle.createUpdate("""
                        update supervision.household_entry set superseded_at = now()
                         where entry_id = :entry and superseded_at is null""").bind("entry", entryId).execute();
        handle.createUpdate("""
                        insert into supervision.household_entry (entry_id, version, person_id, section, kind, name, phone, address, detail,
                               together, emergency, note, valid_from, valid_to, withdrawn, recorded_by)
                        values (:entry, :version, :person, :section, :kind, :name, :phone, :address, :detail,
                                :together, :emergency, :note, :validFrom, :validTo, :withdrawn, :by)""")
                .bind("entry", entryId)
                .bind("version", version)
                .bind("person", personId)
                .bind("section", draft.kind().section().name())
                .bind("kind", draft.kind().name())
                .bind("name", draft.name())
                .bind("phone", draft.phone())
                .bind("address", draft.address())
                .bind("detail", draft.detail())
                .bind("together", draft.together())
                .bind("emergency", draft.emergency())
                .bind("note", draft.note())
                .bind("validFrom", draft.validFrom())
                .bind("validTo", validTo.orElse(null))
                .bind("withdrawn", withdrawn.orElse(null))
                .bind("by", by)
                .execute();
    }

    private static Entry entry(ResultSet row, StatementContext context) throws SQLException {
        return new Entry(
                row.getLong("entry_id"),
                row.getInt("version"),
                Section.valueOf(row.getString("section")),
                EntryKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("phone"),
                row.getString("address"),
                row.getString("detail"),
                row.getBoolean("together"),
                row.getBoolean("emergency"),
                row.getString("note"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                Optional.ofNullable(row.getString("withdrawn")),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by_name"));
    }
}
