package org.guitu.web.zones;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.ingest.registry.Areas;
import org.guitu.ingest.registry.PlaceSpec;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The SQL of groups of places: who keeps them is ours, what they hold is read from {@code telemetry}. */
final class PlaceGroupStore {

    private static final String SELECT = """
            select g.group_id, g.name, g.version, o.name as organisation, o.path like :scope || '%' as may_change,
                   (select count(*) from telemetry.place p where p.group_id = g.group_id and p.to_version is null) as places
              from supervision.place_group k join telemetry.place_group g using (group_id)
              join supervision.organisation o on o.organisation_id = k.organisation_id
             where (o.path like :scope || '%' or :scope like o.path || '%')""";

    /**
     * A version of a group.
     *
     * @param from when it takes the place of the one before
     */
    record Version(long number, Instant from, Instant recordedAt) {}

    /**
     * A file that waits to be applied.
     *
     * @param version of the group when it was looked through
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Upload(long id, long version, Optional<Instant> from, byte[] content) {}

    private PlaceGroupStore() {}

    /** Groups of the staff's organisation, those above it and those below it. */
    static List<PlaceGroup> list(Handle handle, Staff staff) {
        return handle.createQuery(SELECT + " order by g.name, g.group_id")
                .bind("scope", staff.scope())
                .map(PlaceGroupStore::group)
                .list();
    }

    /** Those of them that an order can name. */
    static List<PlaceGroup> withPlaces(Handle handle, Staff staff) {
        return list(handle, staff).stream().filter(PlaceGroup::hasPlaces).toList();
    }

    static Optional<PlaceGroup> find(Handle handle, Staff staff, long groupId) {
        return handle.createQuery(SELECT + " and g.group_id = :group")
                .bind("scope", staff.scope())
                .bind("group", groupId)
                .map(PlaceGroupStore::group)
                .findOne();
    }

    /** Lets no one else change the group until the transaction ends. */
    static void lock(Handle handle, long groupId) {
        handle.createQuery("select group_id from supervision.place_group where group_id = :group for update")
                .bind("group", groupId)
                .mapTo(Long.class)
                .one();
    }

    static void insert(Handle handle, Staff staff, long groupId) {
        handle.createUpdate(
                        "insert into supervision.place_group (group_id, organisation_id, recorded_by) values (:group, :organisation, :by)")
                .bind("group", groupId)
                .bind("organisation", staff.organisation().id())
                .bind("by", staff.id())
                .execute();
    }

    /** All versions, newest first. */
    static List<Version> versions(Handle handle, long groupId) {
        return handle.createQuery("""
                        select version, valid_from, recorded_at from telemetry.place_group_version
                         where group_id = :group order by version desc""")
                .bind("group", groupId)
                .map((row, context) -> new Version(
                        row.getLong("version"),
                        row.getTimestamp("valid_from").toInstant(),
                        row.getTimestamp("recorded_at").toInstant()))
                .list();
    }

    /** Places of the newest version, by name. */
    static List<PlaceSpec> places(Handle handle, long groupId, int limit) {
        return handle.createQuery("""
                        select name, area, lengths_m from telemetry.place where group_id = :group and to_version is null
                         order by name, place_id limit :limit""")
                .bind("group", groupId)
                .bind("limit", limit)
                .map((row, context) -> place(
                        row,
                        context.findColumnMapperFor(Geometry.class)
                                .orElseThrow()
                                .map(row, "area", context)))
                .list();
    }

    private static PlaceSpec place(ResultSet row, Geometry area) throws SQLException {
        return new PlaceSpec(row.getString("name"), Areas.of(area, Areas.lengths(row, "lengths_m")));
    }

    /** How many zones name a group now. */
    static long uses(Handle handle, long groupId) {
        return handle.createQuery("""
                        select count(*) from supervision.zone z
                          join supervision.zone_revision r on r.zone_id = z.zone_id and r.version = z.version
                         where r.place_group_id = :group and z.ended_at is null and (r.valid_to is null or r.valid_to > now())""").bind("group", groupId).mapTo(Long.class).one();
    }

    /** Keeps a file for the next step, and drops what others left waiting for a day. */
    static long insertUpload(
            Handle handle, Staff staff, PlaceGroup group, Optional<Instant> from, byte[] content, Instant now) {
        handle.createUpdate("delete from supervision.place_upload where recorded_at < :old or recorded_by = :by")
                .bind("old", now.minusSeconds(86_400))
                .bind("by", staff.id())
                .execute();
        return handle.createUpdate("""
                        insert into supervision.place_upload (group_id, version, valid_from, content, recorded_at, recorded_by)
                        values (:group, :version, :from, :content, :now, :by)""")
                .bind("group", group.id())
                .bind("version", group.version())
                .bind("from", from.orElse(null))
                .bind("content", content)
                .bind("now", now)
                .bind("by", staff.id())
                .executeAndReturnGeneratedKeys("upload_id")
                .mapTo(Long.class)
                .one();
    }

    /** A file that this member of staff left waiting for this group. */
    static Optional<Upload> upload(Handle handle, Staff staff, long groupId, long uploadId) {
        return handle.createQuery("""
                        select upload_id, version, valid_from, content from supervision.place_upload
                         where upload_id = :upload and group_id = :group and recorded_by = :by""")
                .bind("upload", uploadId)
                .bind("group", groupId)
                .bind("by", staff.id())
                .map((row, context) -> new Upload(
                        row.getLong("upload_id"),
                        row.getLong("version"),
                        instant(row.getTimestamp("valid_from")),
                        row.getBytes("content")))
                .findOne();
    }

    static void dropUpload(Handle handle, long uploadId) {
        handle.execute("delete from supervision.place_upload where upload_id = ?", uploadId);
    }

    private static Optional<Instant> instant(java.sql.@Nullable Timestamp stamp) {
        return Optional.ofNullable(stamp).map(java.sql.Timestamp::toInstant);
    }

    private static PlaceGroup group(ResultSet row, StatementContext context) throws SQLException {
        return new PlaceGroup(
                row.getLong("group_id"),
                row.getString("name"),
                row.getLong("version"),
                row.getLong("places"),
                row.getString("organisation"),
                row.getBoolean("may_change"));
    }
}
