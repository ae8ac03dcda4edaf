package org.guitu.ingest.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.ingest.registry.Areas;
import org.guitu.ingest.registry.OrderRow;
import org.guitu.ingest.registry.ScheduleJson;
import org.guitu.ingest.store.Times;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the rules of subjects, past revisions included. A rule about a group of places is one revision for each version of the group. */
final class RuleReader {

    private static final Logger LOG = LoggerFactory.getLogger(RuleReader.class);

    private final PlaceGroups groups;

    RuleReader(PlaceGroups groups) {
        this.groups = groups;
    }

    /** A stored revision. */
    private record Row(
            long subjectId,
            long ruleId,
            OrderRow order,
            @Nullable String schedule,
            Instant validFrom,
            Instant validTo) {}

    /**
     * The rules by subject.
     *
     * @param unreadable takes the subjects with a rule that cannot be read
     */
    Map<Long, List<Rule>> rules(Handle handle, Collection<Long> subjectIds, Set<Long> unreadable) {
        Map<Long, List<Rule>> rules = new HashMap<>();
        List<Row> rows = handle.createQuery("""
                        select subject_id, rule_id, kind, area, lengths_m, place_group_id, terms::text as terms,
                               schedule::text as schedule, valid_from, valid_to
                          from telemetry.rule where subject_id = any(:ids) and valid_from < valid_to order by rule_id, revision
                        """)
                .bind("ids", subjectIds.toArray(Long[]::new))
                .map((row, context) -> row(
                        row,
                        context.findColumnMapperFor(Geometry.class)
                                .orElseThrow()
                                .map(row, "area", context)))
                .list();
        for (Row row : rows) {
            try {
                rules.computeIfAbsent(row.subjectId(), id -> new ArrayList<>()).addAll(revisions(handle, row));
            } catch (IllegalArgumentException | DateTimeException wrong) {
                unreadable.add(row.subjectId());
                LOG.warn("rule {} of subject {} cannot be read: {}", row.ruleId(), row.subjectId(), wrong.getMessage());
            }
        }
        return rules;
    }

    private List<Rule> revisions(Handle handle, Row row) {
        Optional<WeeklySchedule> schedule = Optional.ofNullable(row.schedule()).map(ScheduleJson::read);
        Long groupId = row.order().placeGroupId();
        if (groupId == null) {
            Optional<Area> ground = Optional.ofNullable(row.order().area())
                    .map(area -> Areas.of(area, row.order().lengthsMeters()));
            return List.of(new Rule(row.ruleId(), row.order().order(ground), schedule, row.validFrom(), row.validTo()));
        }
        var revisions = new ArrayList<Rule>();
        for (PlaceGroups.Version version : groups.versions(handle, groupId)) {
            Instant from = later(row.validFrom(), version.from());
            Instant to = earlier(row.validTo(), version.to());
            if (from.isBefore(to)) {
                Order order = row.order().order(Optional.of(version.area()));
                revisions.add(new Rule(row.ruleId(), order, schedule, from, to));
            }
        }
        return revisions;
    }

    private static Row row(ResultSet row, @Nullable Geometry area) throws SQLException {
        long groupId = row.getLong("place_group_id");
        Long group = row.wasNull() ? null : (Long) groupId;
        return new Row(
                row.getLong("subject_id"),
                row.getLong("rule_id"),
                new OrderRow(
                        RuleKind.valueOf(row.getString("kind")),
                        area,
                        Areas.lengths(row, "lengths_m"),
                        group,
                        row.getString("terms")),
                row.getString("schedule"),
                Times.get(row, "valid_from"),
                Times.get(row, "valid_to"));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
