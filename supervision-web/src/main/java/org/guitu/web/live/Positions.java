package org.guitu.web.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.alerts.Severity;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads where people were last. Only what a basis covers now: without one a position is not shown. Thread-safe. */
public final class Positions {

    private static final String SELECT = """
            select distinct on (s.subject_id) s.subject_id, p.name, p.minor, o.path, s.latitude, s.longitude, s.fix_time, s.accuracy_m, s.speed_kmh,
                s.course_deg, s.battery_percent,
                max(s.last_seen_at) over (partition by s.subject_id) as last_seen_at,
                max(s.last_seen_at + make_interval(secs => d.send_interval_s + d.buffer_s)) over (partition by s.subject_id) as silent_after,
                (select a.severity from supervision.alert a where a.person_id = s.subject_id and a.state <> 'RESOLVED' and a.withdrawn_at is null
                    order by case a.severity when 'CRITICAL' then 0 when 'SERIOUS' then 1 else 2 end limit 1) as urgency
            from telemetry.device_status s
            join telemetry.device d using (device_id)
            join supervision.person p on p.person_id = s.subject_id
            join supervision.assignment g on g.person_id = p.person_id and g.superseded_at is null and g.valid_to is null
            join supervision.organisation o on o.organisation_id = g.organisation_id
            where s.latitude is not null and s.longitude is not null and s.fix_time is not null
              and exists (select 1 from telemetry.basis b where b.subject_id = s.subject_id and b.device_id = s.device_id
                          and b.valid_from <= :now and b.valid_to > :now)
            """;

    private final Jdbi jdbi;
    private final InstantSource clock;

    public Positions(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Everyone in the reader's subtree; minors only for those who may see their files. */
    public List<PersonPosition> list(Staff reader) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT
                                + " and o.path like :scope || '%' and (not p.minor or :minors) order by s.subject_id, s.fix_time desc")
                .bind("now", clock.instant())
                .bind("scope", reader.scope())
                .bind("minors", reader.may(Permission.VIEW_MINORS))
                .map((rs, context) -> position(rs))
                .list());
    }

    /** One person's, if in the reader's subtree and covered by a basis. */
    public Optional<PersonPosition> find(Staff reader, long personId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT
                                + " and o.path like :scope || '%' and (not p.minor or :minors) and s.subject_id = :person order by s.subject_id, s.fix_time desc")
                .bind("now", clock.instant())
                .bind("scope", reader.scope())
                .bind("minors", reader.may(Permission.VIEW_MINORS))
                .bind("person", personId)
                .map((rs, context) -> position(rs))
                .findOne());
    }

    /** A position and whose business it is. */
    record Scoped(PersonPosition position, String scope, boolean minor) {}

    /** Of these people, for the stream. */
    List<Scoped> ofPeople(Handle handle, Collection<Long> people) {
        return handle.createQuery(SELECT + " and s.subject_id = any(:people) order by s.subject_id, s.fix_time desc")
                .bind("now", clock.instant())
                .bindArray("people", Long.class, people)
                .map((rs, context) -> new Scoped(position(rs), rs.getString("path"), rs.getBoolean("minor")))
                .list();
    }

    /** Which organisation is responsible for each of these people now. */
    static Map<Long, String> scopes(Handle handle, Collection<Long> people) {
        Map<Long, String> scopes = new HashMap<>();
        handle.createQuery("""
                        select g.person_id, o.path from supervision.assignment g join supervision.organisation o using (organisation_id)
                        where g.person_id = any(:people) and g.superseded_at is null and g.valid_to is null
                        """)
                .bindArray("people", Long.class, people)
                .map((rs, context) -> scopes.put(rs.getLong(1), rs.getString(2)) == null)
                .list();
        return scopes;
    }

    private static PersonPosition position(ResultSet rs) throws SQLException {
        return new PersonPosition(
                rs.getLong("subject_id"),
                rs.getString("name"),
                rs.getDouble("latitude"),
                rs.getDouble("longitude"),
                instant(rs, "fix_time"),
                instant(rs, "last_seen_at"),
                instant(rs, "silent_after"),
                number(rs, "accuracy_m"),
                number(rs, "speed_kmh"),
                number(rs, "course_deg"),
                number(rs, "battery_percent"),
                Severity.ofNullable(rs.getString("urgency")));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Double number(ResultSet rs, String column) throws SQLException {
        double value = rs.getDouble(column);
        return rs.wasNull() ? null : value;
    }
}
