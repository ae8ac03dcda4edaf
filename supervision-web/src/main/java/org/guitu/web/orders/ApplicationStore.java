package org.guitu.web.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of applications to locate. What the acting staff may not see is not found. */
final class ApplicationStore {

    private static final String FROM = """
              from supervision.authorisation_application r
              join supervision.person p on p.person_id = r.person_id and (not p.minor or :minors)
              join supervision.assignment a on a.person_id = r.person_id and a.superseded_at is null and a.valid_to is null
              join supervision.organisation o on o.organisation_id = a.organisation_id and o.path like :scope || '%'
              join supervision.staff s on s.staff_id = r.applied_by
              left join supervision.staff d on d.staff_id = r.decided_by
              left join supervision.basis b on b.application_id = r.application_id
             where true""";

    private static final String SELECT = """
            select r.*, p.name as person_name, p.case_number, o.name as organisation_name, s.name as applied_by_name,
                   coalesce(d.name, '') as decided_by_name, b.basis_id""" + FROM;

    private ApplicationStore() {}

    static long insert(Handle handle, long personId, ApplicationDraft draft, Instant at, long by) {
        return handle.createUpdate("""
                        insert into supervision.authorisation_application (person_id, ground, evidence, evidence_link, renews_basis_id,
                               assessment, first_day, last_day, applied_at, applied_by)
                        values (:person, :ground, :evidence, :link, :renews, :assessment, :firstDay, :lastDay, :at, :by)""")
                .bind("person", personId)
                .bind("ground", draft.ground().orElseThrow().name())
                .bind("evidence", draft.evidence())
                .bind("link", draft.evidenceLink())
                .bind("renews", draft.renews().orElse(null))
                .bind("assessment", draft.assessment())
                .bind("firstDay", draft.firstDay())
                .bind("lastDay", draft.lastDay())
                .bind("at", at)
                .bind("by", by)
                .executeAndReturnGeneratedKeys("application_id")
                .mapTo(Long.class)
                .one();
    }

    static void decide(
            Handle handle,
            long applicationId,
            Application.State state,
            Instant at,
            long by,
            String documentNumber,
            String reason) {
        handle.createUpdate("""
                        update supervision.authorisation_application
                           set state = :state, decided_at = :at, decided_by = :by, document_number = :document, decision_reason = :reason
                         where application_id = :application and state = 'PROPOSED'""")
                .bind("application", applicationId)
                .bind("state", state.name())
                .bind("at", at)
                .bind("by", by)
                .bind("document", documentNumber)
                .bind("reason", reason)
                .execute();
    }

    static Optional<Application> find(Handle handle, Staff staff, long applicationId) {
        return handle.createQuery(SELECT + " and r.application_id = :application")
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("application", applicationId)
                .map(ApplicationStore::application)
                .findOne();
    }

    /** All of a person, newest first. */
    static List<Application> ofPerson(Handle handle, Staff staff, long personId) {
        return handle.createQuery(
                        SELECT + " and r.person_id = :person order by r.applied_at desc, r.application_id desc")
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("person", personId)
                .map(ApplicationStore::application)
                .list();
    }

    /** What waits for a decision in the subtree, the oldest first. */
    static List<Application> waiting(Handle handle, Staff staff, int limit) {
        return handle.createQuery(
                        SELECT + " and r.state = 'PROPOSED' order by r.applied_at, r.application_id limit :limit")
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("limit", limit)
                .map(ApplicationStore::application)
                .list();
    }

    static long waitingCount(Handle handle, Staff staff) {
        return handle.createQuery("select count(*)" + FROM + " and r.state = 'PROPOSED'")
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .mapTo(Long.class)
                .one();
    }

    private static Application application(ResultSet row, StatementContext context) throws SQLException {
        long renews = row.getLong("renews_basis_id");
        long basis = row.getLong("basis_id");
        return new Application(
                row.getLong("application_id"),
                row.getLong("person_id"),
                row.getString("person_name"),
                row.getString("case_number"),
                row.getString("organisation_name"),
                Ground.valueOf(row.getString("ground")),
                row.getString("evidence"),
                row.getString("evidence_link"),
                renews == 0 ? Optional.empty() : Optional.of(renews),
                row.getString("assessment"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Application.State.valueOf(row.getString("state")),
                row.getTimestamp("applied_at").toInstant(),
                row.getLong("applied_by"),
                row.getString("applied_by_name"),
                Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant),
                row.getString("decided_by_name"),
                row.getString("document_number"),
                row.getString("decision_reason"),
                basis == 0 ? Optional.empty() : Optional.of(basis));
    }
}
