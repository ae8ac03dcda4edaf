package org.guitu.ingest.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guitu.geofence.zone.Area;
import org.guitu.geofence.zone.PlaceIndex;
import org.guitu.ingest.registry.Areas;
import org.guitu.ingest.store.Times;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads groups of places and prepares them once for all subjects whose rules name them. A version of a group never changes. Thread-safe.
 */
public final class PlaceGroups {

    private static final int CACHED = 64;

    private record Key(long groupId, long version) {}

    /**
     * One version of a group.
     *
     * @param from inclusive
     * @param to exclusive; {@link Instant#MAX} for the newest
     */
    public record Version(Area.Group area, Instant from, Instant to) {}

    private final Map<Key, Area.Group> cache = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Area.Group> eldest) {
            return size() > CACHED;
        }
    });

    /** All versions of a group, oldest first; empty for one that never had a place. */
    public List<Version> versions(Handle handle, long groupId) {
        return handle.createQuery("""
                        select version, valid_from,
                               coalesce(lead(valid_from) over (order by version), 'infinity') as valid_to
                          from telemetry.place_group_version where group_id = :group order by version
                        """)
                .bind("group", groupId)
                .map((row, context) -> new Version(
                        group(handle, groupId, row.getLong("version")),
                        Times.get(row, "valid_from"),
                        Times.get(row, "valid_to")))
                .list();
    }

    private Area.Group group(Handle handle, long groupId, long version) {
        // Read outside the map's lock: two that read at once read the same.
        Area.Group known = cache.get(new Key(groupId, version));
        if (known != null) {
            return known;
        }
        List<PlaceIndex.Place> places = new ArrayList<>();
        handle.createQuery("""
                        select place_id, area, lengths_m from telemetry.place
                         where group_id = :group and from_version <= :version and (to_version is null or to_version > :version)
                         order by place_id
                        """)
                .bind("group", groupId)
                .bind("version", version)
                .map((row, context) -> place(
                        row,
                        context.findColumnMapperFor(Geometry.class)
                                .orElseThrow()
                                .map(row, "area", context)))
                .forEach(places::add);
        var group = new Area.Group(groupId, version, PlaceIndex.of(places));
        cache.put(new Key(groupId, version), group);
        return group;
    }

    private static PlaceIndex.Place place(ResultSet row, Geometry area) throws SQLException {
        return new PlaceIndex.Place(row.getLong("place_id"), Areas.of(area, Areas.lengths(row, "lengths_m")));
    }
}
