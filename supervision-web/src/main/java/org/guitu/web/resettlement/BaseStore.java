package org.guitu.web.resettlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of bases. A base of an organisation above may be used below it. */
final class BaseStore {

    private static final String SELECT = """
            select b.*, o.name as organisation_name,
                   (select count(*) from supervision.resettlement_placement p where p.base_id = b.base_id
                       and p.valid_to is null and p.superseded_at is null) as taken
              from supervision.resettlement_base b join supervision.organisation o on o.organisation_id = b.organisation_id
             where (o.path like :scope || '%' or :scope like o.path || '%')
            """;

    private BaseStore() {}

    static List<Base> list(Handle handle, Staff staff) {
        return handle.createQuery(SELECT + " order by b.closed_on is not null, o.path, b.name limit 500")
                .bind("scope", staff.scope())
                .map(BaseStore::base)
                .list();
    }

    static Optional<Base> find(Handle handle, Staff staff, long baseId, boolean lock) {
        return handle.createQuery(SELECT + " and b.base_id = :base" + (lock ? " for update of b" : ""))
                .bind("scope", staff.scope())
                .bind("base", baseId)
                .map(BaseStore::base)
                .findOne();
    }

    static long insert(Handle handle, long organisationId, BaseDraft draft, long by) {
        return handle.createUpdate("""
                        insert into supervision.resettlement_base
                               (organisation_id, name, kind, capacity, address, contact, recorded_by)
                        values (:organisation, :name, :kind, :capacity, :address, :contact, :by)""")
                .bind("organisation", organisationId)
                .bind("name", draft.name())
                .bind("kind", draft.kind().name())
                .bind("capacity", draft.capacity())
                .bind("address", draft.address())
                .bind("contact", draft.contact())
                .bind("by", by)
                .executeAndReturnGeneratedKeys("base_id")
                .mapTo(Long.class)
                .one();
    }

    static void close(Handle handle, long baseId, LocalDate on) {
        handle.createUpdate("update supervision.resettlement_base set closed_on = :on where base_id = :base")
                .bind("base", baseId)
                .bind("on", on)
                .execute();
    }

    /** Who is and was there, those who are there first; names of people of other areas are left out. */
    static List<Base.Guest> guests(Handle handle, Staff staff, long baseId) {
        return handle.createQuery("""
                        select g.*, p.name, (h.path like :scope || '%' and (not p.minor or :minors)) as visible
                          from supervision.resettlement_placement g
                          join supervision.person p on p.person_id = g.person_id
                          join supervision.assignment a on a.person_id = g.person_id and a.superseded_at is null and a.valid_to is null
                          join supervision.organisation h on h.organisation_id = a.organisation_id
                         where g.base_id = :base and g.superseded_at is null
                         order by g.valid_to is not null, g.valid_from desc limit 500""")
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("base", baseId)
                .map((row, context) -> new Base.Guest(
                        row.getLong("person_id"),
                        row.getBoolean("visible") ? row.getString("name") : "",
                        row.getString("work"),
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                        row.getBoolean("visible")))
                .list();
    }

    static Optional<Help.Placement> placement(Handle handle, long personId) {
        return handle.createQuery("""
                        select g.base_id, b.name, g.work, g.valid_from from supervision.resettlement_placement g
                          join supervision.resettlement_base b on b.base_id = g.base_id
                         where g.person_id = :person and g.valid_to is null and g.superseded_at is null""")
                .bind("person", personId)
                .map((row, context) -> new Help.Placement(
                        row.getLong(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class)))
                .findOne();
    }

    static void place(Handle handle, long baseId, long personId, String work, LocalDate from, long by) {
        handle.createUpdate("""
                        insert into supervision.resettlement_placement (base_id, person_id, work, valid_from, recorded_by)
                        values (:base, :person, :work, :from, :by)""")
                .bind("base", baseId)
                .bind("person", personId)
                .bind("work", work)
                .bind("from", from)
                .bind("by", by)
                .execute();
    }

    static void leave(Handle handle, long personId, LocalDate on) {
        handle.createUpdate("""
                        update supervision.resettlement_placement set valid_to = greatest(valid_from, cast(:on as date))
                         where person_id = :person and valid_to is null and superseded_at is null""").bind("person", personId).bind("on", on).execute();
    }

    private static Base base(ResultSet row, StatementContext context) throws SQLException {
        return new Base(
                row.getLong("base_id"),
                row.getString("organisation_name"),
                row.getString("name"),
                Base.Kind.valueOf(row.getString("kind")),
                row.getInt("capacity"),
                row.getString("address"),
                row.getString("contact"),
                Optional.ofNullable(row.getObject("closed_on", LocalDate.class)),
                row.getInt("taken"),
                row.getInt("version"));
    }
}
