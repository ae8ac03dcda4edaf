package org.guitu.web.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.web.access.Organisation;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** People, devices, zones and findings as rows, for tests of what the web role makes of them. All names are invented. */
public final class Town {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Jdbi jdbi;

    public Town(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A person of an organisation. */
    public long person(Organisation place, String name) {
        int number = NUMBERS.incrementAndGet();
        return jdbi.inTransaction(handle -> {
            long id = handle.createQuery("""
                            insert into supervision.person (case_number, name, sort_key, sex, recorded_by)
                            values (:case, :name, :name, 'MALE', 1) returning person_id
                            """)
                    .bind("case", "演示" + number)
                    .bind("name", name)
                    .mapTo(Long.class)
                    .one();
            handle.execute(
                    "insert into supervision.assignment (person_id, organisation_id, valid_from, recorded_by) values (?, ?, now(), 1)",
                    id,
                    place.id());
            handle.execute(
                    "insert into supervision.person_class (person_id, class, valid_from, recorded_by) values (?, 'STRICT', now(), 1)",
                    id);
            handle.execute(
                    "insert into supervision.person_state (person_id, state, valid_from, recorded_by) values (?, 'ACTIVE', now(), 1)",
                    id);
            return id;
        });
    }

    /** A bracelet worn under an authorisation, last heard now at this place. */
    public long bracelet(long personId, double latitude, double longitude) {
        return jdbi.inTransaction(handle -> {
            long device = handle.createQuery(
                            "insert into telemetry.device (protocol, identity) values ('jt808', :identity) returning device_id")
                    .bind("identity", "1380000" + NUMBERS.incrementAndGet())
                    .mapTo(Long.class)
                    .one();
            handle.execute("""
                    insert into telemetry.basis (kind, subject_id, device_id, valid_from, valid_to)
                    values ('AUTHORISATION', ?, ?, now() - interval '1 day', now() + interval '30 days')
                    """, personId, device);
            handle.execute("""
                    insert into telemetry.device_status (device_id, subject_id, last_seen_at, fix_time, latitude, longitude, accuracy_m,
                        speed_kmh, course_deg, battery_percent, charging, connected)
                    values (?, ?, now(), now(), ?, ?, 12, 4, 90, 76, false, true)
                    """, device, personId, latitude, longitude);
            return device;
        });
    }

    /** The device has moved. */
    public void move(long deviceId, double latitude, double longitude) {
        jdbi.useTransaction(handle -> handle.execute("""
                update telemetry.device_status set latitude = ?, longitude = ?, fix_time = now(), last_seen_at = now(),
                    change_xid = pg_current_xact_id(), change_seq = nextval('telemetry.change_seq') where device_id = ?
                """, latitude, longitude, deviceId));
    }

    /** A standing finding; open if {@code end} is null. */
    public long finding(
            long personId,
            FindingKind kind,
            @Nullable Long ruleId,
            Instant start,
            @Nullable Instant end,
            boolean retrospective) {
        return jdbi.inTransaction(handle -> handle.createQuery("""
                        insert into telemetry.finding (subject_id, kind, rule_id, started_at, confirmed_at, raised_at, ended_at, depth_m,
                            fixes, retrospective, book_version)
                        values (:person, :kind, :rule, :start, :start, now(), :end, 40, 3, :retrospective, 1) returning finding_id
                        """)
                .bind("person", personId)
                .bind("kind", kind.name())
                .bind("rule", ruleId)
                .bind("start", start)
                .bind("end", end)
                .bind("retrospective", retrospective)
                .mapTo(Long.class)
                .one());
    }

    /** Two people, or the two devices of one, as a subject of their own. */
    public long pair(String kind, long first, long second) {
        return jdbi.inTransaction(handle -> handle.createQuery(
                        "insert into telemetry.pair (kind, first_subject_id, second_subject_id) values (:kind, :first, :second) returning pair_id")
                .bind("kind", kind)
                .bind("first", first)
                .bind("second", second)
                .mapTo(Long.class)
                .one());
    }

    /** The platform listens throughout, though a test's clock jumps: its beats would miss each other. */
    public void listening(Instant from, Duration span) {
        jdbi.useHandle(
                handle -> handle.createUpdate("insert into telemetry.uptime (started_at, beat_at) values (:from, :to)")
                        .bind("from", from.minusSeconds(1))
                        .bind("to", from.plus(span))
                        .execute());
    }

    /** The finding is about this place of a group. */
    public void at(long findingId, String place) {
        long placeId = jdbi.inTransaction(handle -> handle.createQuery("""
                        with made as (insert into telemetry.place_group (name) values (:group) returning group_id)
                        insert into telemetry.place (group_id, name, area, from_version)
                        select group_id, :place, 'SRID=4326;POINT(121.4 31.2)'::geometry, 1 from made returning place_id
                        """)
                .bind("group", "测试学校" + NUMBERS.incrementAndGet())
                .bind("place", place)
                .mapTo(Long.class)
                .one());
        change(findingId, "place_id = " + placeId);
    }

    public void end(long findingId, Instant end) {
        change(findingId, "ended_at = '" + end + "'");
    }

    public void retract(long findingId) {
        change(findingId, "standing = false, retracted_at = now(), retraction_reason = 'not-supported'");
    }

    public void change(long findingId, String what) {
        jdbi.useTransaction(handle -> handle.execute("update telemetry.finding set " + what
                + ", change_xid = pg_current_xact_id(), change_seq = nextval('telemetry.change_seq') where finding_id = "
                + findingId));
    }
}
