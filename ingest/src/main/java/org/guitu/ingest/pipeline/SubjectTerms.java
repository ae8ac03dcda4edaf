package org.guitu.ingest.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.guitu.geofence.rule.DeviceTerms;
import org.guitu.ingest.store.Times;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What holds of a subject's devices through time. At each instant the terms are those of the device that speaks then: an authorised bracelet before
 * a phone, and of two of a kind the one whose evidence stays fresh for longer. Between bases the last terms hold on.
 */
final class SubjectTerms {

    private SubjectTerms() {}

    /**
     * The terms of one device while one basis covered it.
     *
     * @param bracelet whether the basis is an authorisation
     * @param from inclusive
     * @param to exclusive
     * @param outlierShare null: not learnt
     */
    record Held(
            long subjectId,
            boolean bracelet,
            Instant from,
            Instant to,
            Duration freshFor,
            @Nullable Double outlierShare) {

        boolean covers(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(to);
        }
    }

    /** The terms of each of these subjects, as the books stand in the transaction. */
    static Map<Long, List<DeviceTerms>> of(Handle handle, Collection<Long> subjectIds) {
        Map<Long, List<Held>> held = new HashMap<>();
        handle.createQuery("""
                        select b.subject_id, b.kind, t.send_interval_s + t.buffer_s as fresh_s, t.outlier_share,
                               greatest(b.valid_from, t.valid_from) as held_from,
                               least(b.valid_to, coalesce(t.valid_to, 'infinity')) as held_to
                          from telemetry.basis b
                          join (select *, lead(valid_from) over (partition by device_id order by valid_from) as valid_to
                                  from telemetry.device_terms
                                 where device_id in (select device_id from telemetry.basis where subject_id = any(:ids))) t
                            using (device_id)
                         where b.subject_id = any(:ids) and b.valid_from < b.valid_to
                         order by b.device_id, t.valid_from, b.valid_from
                        """)
                .bind("ids", subjectIds.toArray(Long[]::new))
                .map((row, context) -> read(row))
                .forEach(one -> {
                    if (one.from().isBefore(one.to())) {
                        held.computeIfAbsent(one.subjectId(), id -> new ArrayList<>())
                                .add(one);
                    }
                });
        Map<Long, List<DeviceTerms>> terms = new HashMap<>();
        subjectIds.forEach(id -> terms.put(id, through(held.getOrDefault(id, List.of()))));
        return terms;
    }

    /** The terms through time; at least one. */
    static List<DeviceTerms> through(List<Held> held) {
        var instants = new TreeSet<Instant>();
        held.forEach(one -> {
            instants.add(one.from());
            instants.add(one.to());
        });
        var terms = new ArrayList<DeviceTerms>();
        for (Instant instant : instants) {
            Held speaks = speaking(held, instant);
            if (speaks != null) {
                double share =
                        speaks.outlierShare() == null ? DeviceTerms.defaults().outlierShare() : speaks.outlierShare();
                var next = new DeviceTerms(instant, speaks.freshFor(), share);
                if (terms.isEmpty() || !terms.getLast().from(instant).equals(next)) {
                    terms.add(next);
                }
            }
        }
        return terms.isEmpty() ? List.of(DeviceTerms.defaults()) : terms;
    }

    /** The terms of a pair: evidence is fresh as long as that of the slower, and wild as often as either. */
    static List<DeviceTerms> together(List<DeviceTerms> first, List<DeviceTerms> second) {
        var instants = new TreeSet<Instant>();
        first.forEach(one -> instants.add(one.from()));
        second.forEach(one -> instants.add(one.from()));
        var terms = new ArrayList<DeviceTerms>();
        for (Instant instant : instants) {
            DeviceTerms a = at(first, instant);
            DeviceTerms b = at(second, instant);
            terms.add(new DeviceTerms(
                    instant,
                    a.freshFor().compareTo(b.freshFor()) > 0 ? a.freshFor() : b.freshFor(),
                    Math.min(0.5, a.outlierShare() + b.outlierShare())));
        }
        return terms;
    }

    private static DeviceTerms at(List<DeviceTerms> terms, Instant instant) {
        DeviceTerms held = terms.getFirst();
        for (DeviceTerms next : terms) {
            held = next.from().isAfter(instant) ? held : next;
        }
        return held;
    }

    private static @Nullable Held speaking(List<Held> held, Instant instant) {
        Held speaks = null;
        for (Held one : held) {
            if (one.covers(instant) && (speaks == null || louder(one, speaks))) {
                speaks = one;
            }
        }
        return speaks;
    }

    private static boolean louder(Held one, Held other) {
        return one.bracelet() == other.bracelet() ? one.freshFor().compareTo(other.freshFor()) > 0 : one.bracelet();
    }

    private static Held read(ResultSet row) throws SQLException {
        double share = row.getDouble("outlier_share");
        return new Held(
                row.getLong("subject_id"),
                row.getString("kind").equals("AUTHORISATION"),
                Times.get(row, "held_from"),
                Times.get(row, "held_to"),
                Duration.ofSeconds(row.getLong("fresh_s")),
                share == 0 ? null : (Double) share);
    }
}
