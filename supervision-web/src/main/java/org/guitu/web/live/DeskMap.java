package org.guitu.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.guitu.web.http.Json;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What the desk's map shows of one person: the zones in force and the fixes that convinced the judge. */
final class DeskMap {

    /**
     * For {@code <guitu-map>}.
     *
     * @param zones a GeoJSON FeatureCollection
     * @param ruleId the zone of the alert, to be marked
     * @param evidence track points
     */
    record Shown(ObjectNode zones, @Nullable Long ruleId, List<Point> evidence) {}

    /** A fix that weighed in a finding. */
    record Point(
            Instant at, double lat, double lon, @Nullable Double accuracyM, boolean evidence) {}

    private DeskMap() {}

    /** Nothing but which zone it is about: of someone whose file the reader may not see. */
    static Shown nothing(@Nullable Long ruleId) {
        return new Shown(collection(), ruleId, List.of());
    }

    private static ObjectNode collection() {
        ObjectNode collection = Json.mapper().createObjectNode().put("type", "FeatureCollection");
        collection.putArray("features");
        return collection;
    }

    /** The zones about a person that are in force now. */
    static ObjectNode zones(Handle handle, long personId, Instant now) {
        ObjectNode collection = Json.mapper().createObjectNode().put("type", "FeatureCollection");
        ArrayNode features = collection.putArray("features");
        handle.createQuery("""
                        select z.rule_id, r.name, r.kind, r.area::text as area from supervision.zone z
                        join supervision.zone_revision r on r.zone_id = z.zone_id and r.version = z.version
                        where z.person_id = :id and r.valid_from <= :now and (r.valid_to is null or r.valid_to > :now)
                          and (z.ended_at is null or z.ended_at > :now)
                        """)
                .bind("id", personId)
                .bind("now", now)
                .map((rs, context) -> feature(
                        rs.getLong("rule_id"), rs.getString("name"), rs.getString("kind"), rs.getString("area")))
                .forEach(features::add);
        return collection;
    }

    private static ObjectNode feature(long ruleId, String name, String kind, String area) {
        ObjectNode feature = Json.mapper().createObjectNode().put("type", "Feature");
        ObjectNode properties = feature.putObject("properties")
                .put("id", ruleId)
                .put("name", name)
                .put("kind", kind.toLowerCase(Locale.ROOT));
        try {
            // As ZoneArea writes it: a Feature whose properties carry radiusM or bufferM.
            JsonNode drawn = Json.mapper().readTree(area);
            for (String length : List.of("radiusM", "bufferM", "lengthsM")) {
                JsonNode value = drawn.path("properties").get(length);
                if (value != null) {
                    properties.set(length, value);
                }
            }
            feature.set("geometry", drawn.path("geometry"));
        } catch (IOException damaged) {
            throw new IllegalStateException("the area of rule " + ruleId + " is not JSON", damaged);
        }
        return feature;
    }

    /** The fixes behind an alert, oldest first. */
    static List<Point> evidence(Handle handle, long alertId) {
        return handle.createQuery("""
                        select distinct p.fix_time, p.latitude, p.longitude, p.accuracy_m, (e ->> 'distanceM')::float8 > 0 as violating
                        from supervision.alert_finding af
                        join telemetry.finding f using (finding_id)
                        cross join lateral jsonb_array_elements(f.evidence) e
                        join telemetry.position p on p.subject_id = f.subject_id and p.fix_time = (e ->> 'at')::timestamptz
                            and p.content_hash = (e ->> 'contentHash')::bigint
                        where af.alert_id = :id and af.standing and p.latitude is not null and p.longitude is not null
                        order by p.fix_time limit 200
                        """)
                .bind("id", alertId)
                .map((rs, context) -> {
                    double accuracy = rs.getDouble("accuracy_m");
                    Double known = rs.wasNull() ? null : accuracy;
                    return new Point(
                            rs.getObject("fix_time", OffsetDateTime.class).toInstant(),
                            rs.getDouble("latitude"),
                            rs.getDouble("longitude"),
                            known,
                            rs.getBoolean("violating"));
                })
                .list();
    }
}
