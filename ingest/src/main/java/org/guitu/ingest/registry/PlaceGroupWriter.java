package org.guitu.ingest.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.guitu.geofence.zone.Area;
import org.guitu.geofence.zone.AreaProblems;
import org.guitu.ingest.store.Times;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.locationtech.jts.geom.Geometry;

/** Writes groups of places by version: places that stay keep their ids, and every rule that names the group is judged by the new ones from then on. */
final class PlaceGroupWriter {

    private final RuleBookWriter books;

    PlaceGroupWriter(RuleBookWriter books) {
        this.books = books;
    }

    private record Known(long id, PlaceSpec spec) {}

    long create(Handle handle, String name) {
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("a group of places needs a name of at most 200 characters");
        }
        return handle.createQuery("""
                        insert into telemetry.place_group (name) values (:name) on conflict (name) do nothing returning group_id
                        """)
                .bind("name", name.strip())
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new IllegalArgumentException("there is a group of this name already"));
    }

    void replace(Handle handle, long groupId, List<PlaceSpec> places, Instant from) {
        for (PlaceSpec place : places) {
            AreaProblems.find(place.area()).ifPresent(problem -> {
                throw new IllegalArgumentException("place " + place.name() + ": " + problem.reason());
            });
        }
        long version = handle.createQuery(
                        "update telemetry.place_group set version = version + 1 where group_id = :group"
                                + " returning version")
                .bind("group", groupId)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new NoSuchElementException("no group of places " + groupId));
        handle.createUpdate("""
                        insert into telemetry.place_group_version (group_id, version, valid_from)
                        values (:group, :version, greatest(:from::timestamptz,
                            (select max(valid_from) from telemetry.place_group_version where group_id = :group)))
                        """)
                .bind("group", groupId)
                .bind("version", version)
                .bind("from", Times.text(from))
                .execute();
        Map<PlaceSpec, Long> gone = new HashMap<>();
        known(handle, groupId).forEach(known -> gone.put(known.spec(), known.id()));
        List<PlaceSpec> added = new ArrayList<>();
        for (PlaceSpec place : places) {
            if (gone.remove(place) == null) {
                added.add(place);
            }
        }
        handle.execute(
                "update telemetry.place set to_version = ? where place_id = any(?)",
                version,
                gone.values().toArray(Long[]::new));
        insert(handle, groupId, version, added);
        handle.createQuery("select distinct subject_id from telemetry.rule where place_group_id = :group"
                        + " and valid_to > :from::timestamptz order by 1")
                .bind("group", groupId)
                .bind("from", Times.text(from))
                .mapTo(Long.class)
                .list()
                .forEach(subject -> books.changed(handle, subject, from));
    }

    private static void insert(Handle handle, long groupId, long version, List<PlaceSpec> places) {
        if (places.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                insert into telemetry.place (group_id, name, area, lengths_m, from_version)
                values (:group, :name, :area, :lengths, :version)
                """)) {
            for (PlaceSpec place : places) {
                batch.bind("group", groupId)
                        .bind("name", place.name())
                        .bind("area", Areas.geometry(place.area()))
                        .bind(
                                "lengths",
                                Areas.lengths(place.area()).stream()
                                        .map(length -> length.orElse(null))
                                        .toArray(Double[]::new))
                        .bind("version", version)
                        .add();
            }
            batch.execute();
        }
    }

    private static List<Known> known(Handle handle, long groupId) {
        return handle.createQuery(
                        "select place_id, name, area, lengths_m from telemetry.place where group_id = :group and to_version is null")
                .bind("group", groupId)
                .map((row, context) -> known(
                        row,
                        context.findColumnMapperFor(Geometry.class)
                                .orElseThrow()
                                .map(row, "area", context)))
                .list();
    }

    private static Known known(ResultSet row, Geometry geometry) throws SQLException {
        Area area = Areas.of(geometry, Areas.lengths(row, "lengths_m"));
        return new Known(row.getLong("place_id"), new PlaceSpec(row.getString("name"), area));
    }
}
