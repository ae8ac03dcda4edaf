package org.guitu.web.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads who a person is, what they wear and when it was last heard of. */
final class PersonPanel {

    /**
     * A person as the desk shows them.
     *
     * @param category key of the legal category
     * @param supervisionClass key of the class
     */
    record Person(
            long personId,
            String name,
            String caseNumber,
            String sex,
            @Nullable String category,
            @Nullable String supervisionClass,
            String phone,
            String address,
            String organisation,
            @Nullable String officer) {}

    /**
     * One device under a basis that is live.
     *
     * @param lastSeenAt null if it was never heard of
     * @param silentAfter from when on it counts as unobserved
     * @param located whether a position of it is known
     */
    record Device(
            String kind,
            String identity,
            @Nullable Instant lastSeenAt,
            @Nullable Instant fixTime,
            @Nullable Instant silentAfter,
            @Nullable Double accuracyM,
            @Nullable Double batteryPercent,
            @Nullable Boolean charging,
            boolean connected,
            boolean located) {}

    private PersonPanel() {}

    static Optional<Person> find(Handle handle, Staff reader, long personId) {
        return handle.createQuery("""
                        select p.person_id, p.name, p.case_number, p.sex, p.phone, p.address, o.name as organisation, s.name as officer,
                            (select c.category from supervision.person_category c where c.person_id = p.person_id
                                and c.superseded_at is null and c.valid_to is null) as category,
                            (select c.class from supervision.person_class c where c.person_id = p.person_id
                                and c.superseded_at is null and c.valid_to is null) as class
                        from supervision.person p
                        join supervision.assignment g on g.person_id = p.person_id and g.superseded_at is null and g.valid_to is null
                        join supervision.organisation o on o.organisation_id = g.organisation_id
                        left join supervision.staff s on s.staff_id = g.officer_id
                        where p.person_id = :id and o.path like :scope || '%' and (not p.minor or :minors)
                        """)
                .bind("id", personId)
                .bind("scope", reader.scope())
                .bind("minors", reader.may(Permission.VIEW_MINORS))
                .map((rs, context) -> new Person(
                        rs.getLong("person_id"),
                        rs.getString("name"),
                        rs.getString("case_number"),
                        rs.getString("sex"),
                        rs.getString("category"),
                        rs.getString("class"),
                        rs.getString("phone"),
                        rs.getString("address"),
                        rs.getString("organisation"),
                        rs.getString("officer")))
                .findOne();
    }

    static List<Device> devices(Handle handle, long personId, Instant now) {
        return handle.createQuery("""
                        select b.kind, d.identity, s.last_seen_at, s.fix_time, s.accuracy_m, s.battery_percent, s.charging,
                            coalesce(s.connected, false) as connected, s.latitude is not null as located,
                            s.last_seen_at + make_interval(secs => d.send_interval_s + d.buffer_s) as silent_after
                        from telemetry.basis b join telemetry.device d using (device_id)
                        left join telemetry.device_status s on s.device_id = d.device_id and s.subject_id = b.subject_id
                        where b.subject_id = :id and b.valid_from <= :now and b.valid_to > :now and d.retired_at is null
                        order by b.kind, d.device_id
                        """)
                .bind("id", personId)
                .bind("now", now)
                .map((rs, context) -> device(rs))
                .list();
    }

    private static Device device(ResultSet rs) throws SQLException {
        boolean charging = rs.getBoolean("charging");
        boolean chargingKnown = !rs.wasNull();
        return new Device(
                rs.getString("kind"),
                rs.getString("identity"),
                instant(rs, "last_seen_at"),
                instant(rs, "fix_time"),
                instant(rs, "silent_after"),
                number(rs, "accuracy_m"),
                number(rs, "battery_percent"),
                chargingKnown ? charging : null,
                rs.getBoolean("connected"),
                rs.getBoolean("located"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Double number(ResultSet rs, String column) throws SQLException {
        double value = rs.getDouble(column);
        return rs.wasNull() ? null : value;
    }
}
