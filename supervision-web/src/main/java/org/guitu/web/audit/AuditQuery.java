package org.guitu.web.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Jdbi;

/** Reads the audit of the reader's own subtree, newest first. */
public final class AuditQuery {

    /**
     * What is looked for; empty means any.
     *
     * @param user user name of who did it
     * @param person case number, name, or number of the supervisee it is about
     * @param from inclusive
     * @param to exclusive
     * @param before the row after which to go on, from the page before
     */
    public record Filter(
            Optional<String> user,
            Optional<String> person,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<Long> before) {}

    /** One row; the person has a case number and a name as long as the row of the person stands and the reader may see it. */
    public record Entry(
            long id,
            Instant at,
            Optional<String> userName,
            Optional<String> staffName,
            Optional<String> actingFor,
            String action,
            Optional<Long> subjectId,
            Optional<String> caseNumber,
            Optional<String> personName,
            String purpose,
            String detail,
            boolean chained) {}

    private static final String SELECT = """
            select a.audit_id, a.at, s.user_name, s.name, f.name as acting_for, a.action, a.subject_id,
                case when p.minor and not :minors then null else p.case_number end as case_number,
                case when p.minor and not :minors then null else p.name end as person_name, a.purpose, a.detail::text as detail,
                a.chain_seq is not null as chained
            from supervision.audit a
            left join supervision.staff s using (staff_id)
            left join supervision.staff f on f.staff_id = (a.detail ->> 'actingFor')::bigint
            left join supervision.person p on p.person_id = a.subject_id
            left join supervision.organisation o on o.organisation_id = a.organisation_id
            where (o.path like :scope || '%' or (a.organisation_id is null and :top))
                and (cast(:user as text) is null or s.user_name = :user)
                and (cast(:person as text) is null or (not p.minor or :minors) and (p.case_number = :person or p.name = :person) or a.subject_id::text = :person)
                and (cast(:from as timestamptz) is null or a.at >= :from)
                and (cast(:to as timestamptz) is null or a.at < :to)
                and (cast(:before as bigint) is null or a.audit_id < :before)
            order by a.audit_id desc
            limit :limit
            """;

    private final Jdbi jdbi;

    public AuditQuery(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** At most {@code limit} rows. What no one known did (failed sign-ins, the command line) only the top of the tree sees. */
    public List<Entry> list(Staff reader, Filter filter, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT)
                .bind("scope", reader.scope())
                .bind("minors", reader.may(Permission.VIEW_MINORS))
                .bind("top", reader.scope().chars().filter(c -> c == '/').count() == 2)
                .bind("user", filter.user())
                .bind("person", filter.person())
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bind("before", filter.before())
                .bind("limit", limit)
                .map((row, context) -> new Entry(
                        row.getLong("audit_id"),
                        row.getTimestamp("at").toInstant(),
                        Optional.ofNullable(row.getString("user_name")),
                        Optional.ofNullable(row.getString("name")),
                        Optional.ofNullable(row.getString("acting_for")),
                        row.getString("action"),
                        Optional.ofNullable(row.getObject("subject_id", Long.class)),
                        Optional.ofNullable(row.getString("case_number")),
                        Optional.ofNullable(row.getString("person_name")),
                        row.getString("purpose"),
                        row.getString("detail"),
                        row.getBoolean("chained")))
                .list());
    }
}
