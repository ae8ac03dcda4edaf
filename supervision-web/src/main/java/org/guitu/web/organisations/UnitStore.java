package org.guitu.web.organisations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Organisation;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of one organisation and its facts. */
final class UnitStore {

    private UnitStore() {}

    /** One organisation of the subtree, closed or not. */
    static Optional<Unit> find(Handle handle, String scope, long organisationId) {
        return handle.createQuery("""
                        select o.*,
                               (select count(*) from supervision.assignment a where a.organisation_id = o.organisation_id
                                   and a.superseded_at is null and a.valid_to is null) as people,
                               (select count(*) from supervision.staff s where s.deactivated_at is null
                                   and (s.organisation_id = o.organisation_id
                                        or exists (select from supervision.staff_post p where p.staff_id = s.staff_id
                                            and p.organisation_id = o.organisation_id and p.superseded_at is null
                                            and (p.last_day is null or p.last_day >= current_date)))) as staff,
                               (select count(*) from supervision.device_holding d where d.organisation_id = o.organisation_id
                                   and d.retired_at is null) as devices,
                               (select count(*) from supervision.organisation c where c.parent_id = o.organisation_id
                                   and c.closed_at is null) as below
                          from supervision.organisation o
                         where o.organisation_id = :id and o.path like :scope || '%'""")
                .bind("id", organisationId)
                .bind("scope", scope)
                .map(UnitStore::unit)
                .findOne();
    }

    /** Keeps everybody else from changing the tree until the transaction ends, and from putting anything into this one. */
    static void lock(Handle handle, long organisationId) {
        handle.execute("select pg_advisory_xact_lock(hashtext('supervision.organisation'))");
        handle.execute("select 1 from supervision.organisation where organisation_id = ? for update", organisationId);
    }

    static void rename(Handle handle, long organisationId, String name) {
        handle.execute("update supervision.organisation set name = ? where organisation_id = ?", name, organisationId);
    }

    /** Hangs an organisation with all below it under another: the paths of the whole subtree are rewritten. */
    static void move(Handle handle, Organisation moved, Organisation parent) {
        handle.execute(
                "update supervision.organisation set parent_id = ? where organisation_id = ?", parent.id(), moved.id());
        handle.createUpdate("update supervision.organisation set path = :new || substr(path, length(:old) + 1)"
                        + " where path like :old || '%'")
                .bind("old", moved.path())
                .bind("new", parent.path() + moved.id() + "/")
                .execute();
    }

    static void setClosed(Handle handle, long organisationId, @org.jspecify.annotations.Nullable Instant at) {
        handle.createUpdate("update supervision.organisation set closed_at = :at where organisation_id = :id")
                .bind("at", at)
                .bind("id", organisationId)
                .execute();
    }

    /** Since when the standing fact holds; empty for a closed one. */
    static Optional<Instant> since(Handle handle, long organisationId) {
        return handle.createQuery("select valid_from from supervision.organisation_fact where organisation_id = :id"
                        + " and superseded_at is null and valid_to is null")
                .bind("id", organisationId)
                .mapTo(Instant.class)
                .findOne();
    }

    /** Ends the standing fact: its row is superseded by one that says until when it held. */
    static void endFact(Handle handle, long organisationId, Instant at, long by) {
        handle.createUpdate("""
                        with old as (
                            update supervision.organisation_fact set superseded_at = now()
                             where organisation_id = :id and superseded_at is null and valid_to is null returning *)
                        insert into supervision.organisation_fact (organisation_id, name, parent_id, valid_from, valid_to, recorded_by)
                        select organisation_id, name, parent_id, valid_from, :at, :by from old where valid_from < :at""")
                .bind("id", organisationId)
                .bind("at", at)
                .bind("by", by)
                .execute();
    }

    /** Records what the organisation is called and where it stands, as its row says now, from an instant on. */
    static void beginFact(Handle handle, long organisationId, Instant at, long by) {
        handle.createUpdate("""
                        insert into supervision.organisation_fact (organisation_id, name, parent_id, valid_from, recorded_by)
                        select organisation_id, name, parent_id, :at, :by from supervision.organisation where organisation_id = :id""")
                .bind("id", organisationId)
                .bind("at", at)
                .bind("by", by)
                .execute();
    }

    /** Everything that was ever recorded of one organisation, the newest first. */
    static List<UnitFact> history(Handle handle, long organisationId) {
        return handle.createQuery("""
                        select f.*, p.name as parent_name, coalesce(s.name, '') as staff_name
                          from supervision.organisation_fact f
                          left join supervision.organisation p on p.organisation_id = f.parent_id
                          left join supervision.staff s on s.staff_id = f.recorded_by
                         where f.organisation_id = :id and f.superseded_at is null
                         order by f.valid_from desc, f.fact_id desc""")
                .bind("id", organisationId)
                .map((row, context) -> new UnitFact(
                        row.getString("name"),
                        Optional.ofNullable(row.getString("parent_name")),
                        row.getTimestamp("valid_from").toInstant(),
                        Optional.ofNullable(row.getTimestamp("valid_to")).map(java.sql.Timestamp::toInstant),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("staff_name"),
                        false))
                .list();
    }

    /** The tree of what is the reader's subtree now, as it was at an instant and as the books said at another. */
    static List<UnitFact.Then> then(Handle handle, String scope, Instant at, Instant known) {
        return handle.createQuery("""
                        with recursive fact as (
                            select f.organisation_id, f.name, f.parent_id
                              from supervision.organisation_fact f join supervision.organisation o using (organisation_id)
                             where o.path like :scope || '%' and f.valid_from <= :at and (f.valid_to is null or f.valid_to > :at)
                               and f.recorded_at <= :known and (f.superseded_at is null or f.superseded_at > :known)),
                        tree as (
                            select organisation_id, name, 0 as depth, array[organisation_id] as way from fact
                             where parent_id is null or parent_id not in (select organisation_id from fact)
                            union all
                            select f.organisation_id, f.name, t.depth + 1, t.way || f.organisation_id
                              from fact f join tree t on f.parent_id = t.organisation_id
                             where f.organisation_id <> all(t.way))
                        select organisation_id, name, depth from tree order by way""")
                .bind("scope", scope)
                .bind("at", at)
                .bind("known", known)
                .map((row, context) ->
                        new UnitFact.Then(row.getLong("organisation_id"), row.getString("name"), row.getInt("depth")))
                .list();
    }

    private static Unit unit(ResultSet row, StatementContext context) throws SQLException {
        return new Unit(
                new Organisation(
                        row.getLong("organisation_id"),
                        row.getString("name"),
                        Organisation.Level.valueOf(row.getString("level")),
                        ZoneId.of(row.getString("time_zone")),
                        row.getString("path")),
                Optional.ofNullable(row.getObject("parent_id", Long.class)),
                Optional.ofNullable(row.getTimestamp("closed_at")).map(java.sql.Timestamp::toInstant),
                row.getLong("people"),
                row.getLong("staff"),
                row.getLong("devices"),
                row.getLong("below"));
    }
}
