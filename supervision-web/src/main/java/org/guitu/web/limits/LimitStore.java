package org.guitu.web.limits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Organisation;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of figures as they are shown and changed. */
final class LimitStore {

    private static final String SELECT = """
            select l.*, coalesce(o.name, '') as organisation_name, coalesce(s.name, '') as staff_name
              from supervision.limit_value l
              left join supervision.organisation o on o.organisation_id = l.organisation_id
              left join supervision.staff s on s.staff_id = l.recorded_by
            """;

    private LimitStore() {}

    /** All rows of a figure that hold or once held for an organisation, those replaced included; the newest first. */
    static List<LimitRow> history(Handle handle, long organisationId, String key) {
        return handle.createQuery(SELECT + """
                         where l.limit_key = :key
                           and (l.organisation_id is null
                                or (select path from supervision.organisation where organisation_id = :organisation)
                                   like o.path || '%')
                         order by l.valid_from desc, length(o.path) desc nulls last, l.limit_id desc""")
                .bind("key", key)
                .bind("organisation", organisationId)
                .map(LimitStore::row)
                .list();
    }

    /** How low a place may stand to set it: a county department, but for figures that say otherwise. */
    static Organisation.Level lowest(Handle handle, String key) {
        return handle.createQuery("select lowest_level from supervision.limit_level where limit_key = :key")
                .bind("key", key)
                .mapTo(String.class)
                .findOne()
                .map(Organisation.Level::valueOf)
                .orElse(Organisation.Level.COUNTY);
    }

    static void insert(
            Handle handle,
            Figure like,
            long organisationId,
            int value,
            LocalDate validFrom,
            String source,
            String reason,
            long by) {
        handle.createUpdate("""
                        insert into supervision.limit_value
                               (limit_key, organisation_id, unit, value, valid_from, source, reason, recorded_by)
                        values (:key, :organisation, :unit, :value, :from, :source, :reason, :by)""")
                .bind("key", like.limit().key())
                .bind("organisation", organisationId)
                .bind("unit", like.unit().name())
                .bind("value", value)
                .bind("from", validFrom)
                .bind("source", source)
                .bind("reason", reason)
                .bind("by", by)
                .execute();
    }

    /** Takes an organisation's own value from this day out of force, if there is one. */
    static void supersede(Handle handle, String key, long organisationId, LocalDate validFrom, long by) {
        handle.createUpdate("""
                        update supervision.limit_value set superseded_at = now(), superseded_by = :by
                         where limit_key = :key and organisation_id = :organisation and valid_from = :from
                           and superseded_at is null""")
                .bind("key", key)
                .bind("organisation", organisationId)
                .bind("from", validFrom)
                .bind("by", by)
                .execute();
    }

    private static LimitRow row(ResultSet row, StatementContext context) throws SQLException {
        return new LimitRow(
                row.getLong("limit_id"),
                Limits.figure(row, context),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("reason"),
                Optional.ofNullable(row.getTimestamp("superseded_at")).map(java.sql.Timestamp::toInstant));
    }
}
