package org.guitu.web.access;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tree of organisations as rows. */
public final class OrganisationStore {

    private static final String SELECT =
            "select organisation_id, name, level, time_zone, path from supervision.organisation ";

    /** The subtree of this path, from the top down, each before what is below it; without what is closed. */
    public List<Organisation> list(Handle handle, String scope) {
        return handle.createQuery(SELECT + "where path like :scope || '%' and closed_at is null order by path")
                .bind("scope", scope)
                .map((row, context) -> StaffRows.organisation(row, "name"))
                .list();
    }

    /** One organisation of the subtree that is not closed. */
    public Optional<Organisation> find(Handle handle, String scope, long organisationId) {
        return handle.createQuery(
                        SELECT + "where path like :scope || '%' and organisation_id = :id and closed_at is null")
                .bind("scope", scope)
                .bind("id", organisationId)
                .map((row, context) -> StaffRows.organisation(row, "name"))
                .findOne();
    }

    /** The top of the tree, if there is one yet. */
    public Optional<Organisation> root(Handle handle) {
        return handle.createQuery(SELECT + "where parent_id is null order by organisation_id limit 1")
                .map((row, context) -> StaffRows.organisation(row, "name"))
                .findOne();
    }

    /** Adds an organisation below another, or a top. */
    public Organisation insert(
            Handle handle, Optional<Organisation> parent, String name, Organisation.Level level, ZoneId zone) {
        long id = handle.createQuery(
                        "select nextval(pg_get_serial_sequence('supervision.organisation', 'organisation_id'))")
                .mapTo(Long.class)
                .one();
        Organisation made = new Organisation(
                id, name, level, zone, parent.map(Organisation::path).orElse("/") + id + "/");
        handle.createUpdate("insert into supervision.organisation"
                        + " (organisation_id, parent_id, name, level, time_zone, path) overriding system value"
                        + " values (:id, :parent, :name, :level, :zone, :path)")
                .bind("id", id)
                .bind("parent", parent.map(Organisation::id))
                .bind("name", name)
                .bind("level", level.name())
                .bind("zone", zone.getId())
                .bind("path", made.path())
                .execute();
        handle.createUpdate("insert into supervision.organisation_fact (organisation_id, name, parent_id, valid_from)"
                        + " values (:id, :name, :parent, now())")
                .bind("id", id)
                .bind("name", name)
                .bind("parent", parent.map(Organisation::id))
                .execute();
        return made;
    }
}
