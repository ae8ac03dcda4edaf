package org.guitu.ingest.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guitu.geofence.judgement.JudgeSettings;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.ingest.registry.Areas;
import org.guitu.ingest.registry.ScheduleJson;
import org.guitu.ingest.store.Times;
import org.jdbi.v3.core.Handle;
import org.locationtech.jts.geom.Geometry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads rule books and what the judge takes as given. A book of one version never changes, so it is read once. Thread-safe. */
final class RuleBooks {

    private static final Logger LOG = LoggerFactory.getLogger(RuleBooks.class);
    private static final int CACHED = 20_000;

    private final Map<Long, RuleBook> cache = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, RuleBook> eldest) {
            return size() > CACHED;
        }
    });

    /** A subject's book and settings. Asking for a book that cannot be read fails, and is a failed judgement of this subject alone. */
    record Given(long version, Optional<RuleBook> readable, JudgeSettings settings) {
        RuleBook book() {
            return readable.orElseThrow(() -> new IllegalStateException("the rule book cannot be read"));
        }
    }

    /**
     * What is given about each of these subjects, as it stands in the transaction. The freshness is that of all devices the subject ever
     * had a basis for, and not of those of today: the same stretch must be judged alike today and after the basis has ended.
     */
    Map<Long, Given> of(Handle handle, Collection<Long> subjectIds) {
        Map<Long, Given> given = new HashMap<>();
        List<Head> heads = handle.createQuery("""
                        select s.subject_id, coalesce(b.version, 0) as version,
                               (select max(d.send_interval_s + d.buffer_s)
                                  from telemetry.basis l join telemetry.device d using (device_id)
                                 where l.subject_id = s.subject_id) as fresh_s
                          from unnest(:ids) as s (subject_id) left join telemetry.rule_book b using (subject_id)
                        """)
                .bind("ids", subjectIds.toArray(Long[]::new))
                .map((row, context) -> Head.read(row))
                .list();
        Map<Long, RuleBook> books = books(handle, heads);
        for (Head head : heads) {
            given.put(
                    head.subjectId(),
                    new Given(
                            head.version(),
                            Optional.ofNullable(books.get(head.subjectId())),
                            settings(head.freshSeconds())));
        }
        return given;
    }

    /** The version of a subject's book as it stands now in the transaction. */
    long version(Handle handle, long subjectId) {
        return handle.select(
                        "select coalesce(max(version), 0) from telemetry.rule_book where subject_id = ?", subjectId)
                .mapTo(Long.class)
                .one();
    }

    private Map<Long, RuleBook> books(Handle handle, List<Head> heads) {
        Map<Long, RuleBook> books = new HashMap<>();
        Map<Long, Long> missing = new HashMap<>();
        for (Head head : heads) {
            RuleBook cached = cache.get(head.subjectId());
            if (cached != null && cached.version() == head.version()) {
                books.put(head.subjectId(), cached);
            } else {
                missing.put(head.subjectId(), head.version());
            }
        }
        Set<Long> unreadable = new HashSet<>();
        Map<Long, List<Rule>> rules = missing.isEmpty() ? Map.of() : rules(handle, missing.keySet(), unreadable);
        missing.forEach((subjectId, version) -> {
            if (!unreadable.contains(subjectId)) {
                RuleBook book = new RuleBook(version, rules.getOrDefault(subjectId, List.of()));
                cache.put(subjectId, book);
                books.put(subjectId, book);
            }
        });
        return books;
    }

    private static Map<Long, List<Rule>> rules(Handle handle, Collection<Long> subjectIds, Set<Long> unreadable) {
        Map<Long, List<Rule>> rules = new HashMap<>();
        handle.createQuery("""
                        select subject_id, rule_id, kind, area, radius_m, schedule::text as schedule, valid_from, valid_to
                          from telemetry.rule where subject_id = any(:ids) and valid_from < valid_to order by rule_id, revision
                        """)
                .bind("ids", subjectIds.toArray(Long[]::new))
                .map((row, context) -> {
                    long subjectId = row.getLong("subject_id");
                    try {
                        Geometry area = context.findColumnMapperFor(Geometry.class)
                                .orElseThrow()
                                .map(row, "area", context);
                        rules.computeIfAbsent(subjectId, id -> new ArrayList<>())
                                .add(rule(row, area));
                    } catch (IllegalArgumentException | DateTimeException wrong) {
                        unreadable.add(subjectId);
                        LOG.warn(
                                "rule {} of subject {} cannot be read: {}",
                                row.getLong("rule_id"),
                                subjectId,
                                wrong.getMessage());
                    }
                    return subjectId;
                })
                .list();
        return rules;
    }

    private static Rule rule(ResultSet row, Geometry area) throws SQLException {
        double radius = row.getDouble("radius_m");
        return new Rule(
                row.getLong("rule_id"),
                RuleKind.valueOf(row.getString("kind")),
                Areas.of(area, radius),
                Optional.ofNullable(row.getString("schedule")).map(ScheduleJson::read),
                Times.get(row, "valid_from"),
                Times.get(row, "valid_to"));
    }

    private static JudgeSettings settings(long freshSeconds) {
        JudgeSettings defaults = JudgeSettings.defaults();
        return freshSeconds <= 0
                ? defaults
                : new JudgeSettings(Duration.ofSeconds(freshSeconds), defaults.outlierShare());
    }

    private record Head(long subjectId, long version, long freshSeconds) {
        static Head read(ResultSet row) throws SQLException {
            return new Head(row.getLong("subject_id"), row.getLong("version"), row.getLong("fresh_s"));
        }
    }
}
