package org.guitu.web.alerts;

import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.alerts.AlertQuery.Show;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The SQL of what a reader sees of alerts: only people of their own subtree. For safety's sake alerts about minors are shown to everyone, but
 * who it is only to those who may see minors' files.
 */
final class AlertList {

    private static final RowMapper<Alert> ALERT = ConstructorMapper.of(Alert.class);

    private static final String SELECT = "select " + AlertStore.COLUMNS + """
            , p.name as person_name, p.case_number, p.minor and not :minors as hidden, o.name as organisation, o.path as scope, g.officer_id, z.name as zone_name,
            other.name as other_name,
            sa.name as acknowledged_name, sr.name as resolved_name
            from supervision.alert a
            join supervision.person p on p.person_id = a.person_id
            join supervision.assignment g on g.person_id = p.person_id and g.superseded_at is null and g.valid_to is null
            join supervision.organisation o on o.organisation_id = g.organisation_id
            left join lateral (select r.name from supervision.zone z join supervision.zone_revision r
                    on r.zone_id = z.zone_id and r.version = z.version where z.rule_id = a.rule_id) z on true
            left join lateral (select q.name from supervision.person q
                    join supervision.assignment h on h.person_id = q.person_id and h.superseded_at is null and h.valid_to is null
                    join supervision.organisation u on u.organisation_id = h.organisation_id
                    where q.person_id = a.other_person_id and u.path like :scope || '%' and (not q.minor or :minors)) other on true
            left join supervision.staff sa on sa.staff_id = a.acknowledged_by
            left join supervision.staff sr on sr.staff_id = a.resolved_by
            where o.path like :scope || '%'
            """;

    private AlertList() {}

    static Optional<AlertRow> find(Handle handle, Staff reader, long alertId) {
        return handle.createQuery(SELECT + " and a.alert_id = :id")
                .bind("scope", reader.scope())
                .bind("minors", reader.may(Permission.VIEW_MINORS))
                .bind("id", alertId)
                .map(ROW)
                .findOne();
    }

    /** Most urgent first: see {@link AlertView#order()}. */
    static List<AlertRow> byUrgency(Handle handle, Staff reader, AlertQuery query) {
        return list(handle, reader, query, """
                 order by a.withdrawn_at is not null or a.state <> 'NEW' or a.severity = 'INFO',
                    case a.severity when 'CRITICAL' then 0 when 'SERIOUS' then 1 else 2 end, a.retrospective, a.raised_at desc,
                    a.alert_id desc
                """);
    }

    /** The newest first, by id: for reading page by page. */
    static List<AlertRow> byId(Handle handle, Staff reader, AlertQuery query) {
        return list(handle, reader, query, " order by a.alert_id desc");
    }

    private static List<AlertRow> list(Handle handle, Staff reader, AlertQuery query, String order) {
        StringBuilder sql = new StringBuilder(SELECT);
        if (query.show() != Show.ALL) {
            sql.append(" and a.state <> 'RESOLVED'");
        }
        if (query.show() == Show.MINE) {
            sql.append(" and (g.officer_id = :reader or a.acknowledged_by = :reader)");
        }
        query.severity()
                .ifPresent(severity ->
                        sql.append(" and a.severity = '").append(severity).append('\''));
        query.personId().ifPresent(person -> sql.append(" and a.person_id = ").append(person));
        query.before().ifPresent(before -> sql.append(" and a.alert_id < ").append(before));
        return handle.createQuery(sql + order + " limit " + query.limit())
                .bind("scope", reader.scope())
                .bind("minors", reader.may(Permission.VIEW_MINORS))
                .bind("reader", reader.id())
                .map(ROW)
                .list();
    }

    private static final RowMapper<AlertRow> ROW = (rs, context) -> new AlertRow(
            ALERT.map(rs, context),
            rs.getBoolean("hidden") ? AlertRow.masked(rs.getString("case_number")) : rs.getString("person_name"),
            rs.getBoolean("hidden") ? "" : rs.getString("case_number"),
            rs.getBoolean("hidden"),
            rs.getString("organisation"),
            rs.getString("scope"),
            rs.getObject("officer_id", Long.class),
            rs.getString("zone_name"),
            rs.getString("other_name"),
            rs.getString("acknowledged_name"),
            rs.getString("resolved_name"));
}
