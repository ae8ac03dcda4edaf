package org.guitu.web.limits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The door through which every feature reads the figures of the law. */
public final class Limits {

    private Limits() {}

    /** The figures as they hold for an organisation. */
    public static LimitTable of(Handle handle, long organisationId) {
        return new LimitTable(handle.createQuery("""
                        select l.*, coalesce(o.name, '') as organisation_name, coalesce(s.name, '') as staff_name
                          from supervision.limit_value l
                          left join supervision.organisation o on o.organisation_id = l.organisation_id
                          left join supervision.staff s on s.staff_id = l.recorded_by
                         where l.superseded_at is null
                           and (l.organisation_id is null
                                or (select path from supervision.organisation where organisation_id = :organisation)
                                   like o.path || '%')
                         order by l.limit_key, length(o.path) desc nulls last, l.valid_from desc""")
                .bind("organisation", organisationId)
                .map(Limits::figure)
                .list());
    }

    static Figure figure(ResultSet row, StatementContext context) throws SQLException {
        long organisation = row.getLong("organisation_id");
        return new Figure(
                Limit.of(row.getString("limit_key")),
                Figure.Unit.valueOf(row.getString("unit")),
                row.getInt("value"),
                row.getObject("valid_from", java.time.LocalDate.class),
                row.getString("source"),
                row.getBoolean("fixed"),
                organisation == 0 ? Optional.empty() : Optional.of(organisation),
                row.getString("organisation_name"),
                row.getString("staff_name"));
    }
}
