package org.guitu.web.conduct;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of incidents. Scoping is done on the person, whose row callers hold or have read. */
final class IncidentStore {

    private static final String SELECT = """
            select i.*, v.version, v.gravity, v.first_day, v.last_day, v.admonished_on, v.note, s.name as staff_name,
                   (select p.kind from supervision.conduct_evidence e join supervision.conduct_proposal p on p.proposal_id = e.proposal_id
                     where e.incident_id = i.incident_id and p.state in ('DECIDED', 'REJECTED')
                     order by array_position(array['REPRIMAND', 'WARNING', 'PUBLIC_SECURITY_PROPOSAL', 'REVOCATION_PROPOSAL',
                                                   'RECALL_PROPOSAL'], p.kind) desc nulls last limit 1) as settled
              from supervision.incident i
              join supervision.incident_version v on v.incident_id = i.incident_id and v.superseded_at is null and not v.withdrawn
              join supervision.staff s on s.staff_id = i.recorded_by
            """;

    private IncidentStore() {}

    /** Those that stand, the newest first. */
    static List<Incident> ofPerson(Handle handle, long personId) {
        return handle.createQuery(SELECT
                        + " where i.person_id = :person order by v.first_day desc, i.incident_id desc limit 1000")
                .bind("person", personId)
                .map(IncidentStore::incident)
                .list();
    }

    static Optional<Incident> find(Handle handle, long personId, long incidentId) {
        return handle.createQuery(SELECT + " where i.person_id = :person and i.incident_id = :incident")
                .bind("person", personId)
                .bind("incident", incidentId)
                .map(IncidentStore::incident)
                .findOne();
    }

    static long insert(Handle handle, long personId, IncidentDraft draft, long by) {
        long incidentId = handle.createUpdate("""
                        insert into supervision.incident (person_id, kind, source, recorded_by)
                        values (:person, :kind, :source, :by)""")
                .bind("person", personId)
                .bind("kind", draft.kind().name())
                .bind("source", draft.source())
                .bind("by", by)
                .executeAndReturnGeneratedKeys("incident_id")
                .mapTo(Long.class)
                .one();
        version(handle, incidentId, draft, false, by);
        return incidentId;
    }

    /** Replaces what was known of it. */
    static void version(Handle handle, long incidentId, IncidentDraft draft, boolean withdrawn, long by) {
        handle.createUpdate("""
                        update supervision.incident_version set superseded_at = now()
                         where incident_id = :incident and superseded_at is null""").bind("incident", incidentId).execute();
        handle.createUpdate("""
                        insert into supervision.incident_version (incident_id, version, gravity, first_day, last_day, admonished_on, note,
                               withdrawn, recorded_by)
                        select :incident, coalesce(max(version), 0) + 1, cast(:gravity as text), cast(:first as date),
                               cast(:last as date), cast(:admonished as date), :note, :withdrawn, :by
                          from supervision.incident_version where incident_id = :incident""")
                .bind("incident", incidentId)
                .bind("gravity", draft.gravity().map(Gravity::name).orElse(null))
                .bind("first", draft.first())
                .bind("last", draft.last().orElse(null))
                .bind("admonished", draft.admonishedOn().orElse(null))
                .bind("note", draft.note())
                .bind("withdrawn", withdrawn)
                .bind("by", by)
                .execute();
    }

    /** What an incident may be entered from: alerts found true and duties that ran over, of the last months. */
    static List<Source> sources(Handle handle, long personId, Instant since) {
        return handle.createQuery("""
                        select 'alert:' || alert_id as ref, 'alerts.kind.' || kind as words, started_at as at from supervision.alert
                         where person_id = :person and outcome = 'TRUE' and started_at > :since
                        union all
                        select 'duty:' || duty_id, split_part(kind, '.', 1) || '.duty' || substr(kind, strpos(kind, '.')), due_at
                          from supervision.duty
                         where person_id = :person and cancelled_at is null and due_at > :since
                           and due_at < least(coalesce(met_at, now()), now())
                         order by at desc limit 50""")
                .bind("person", personId)
                .bind("since", since)
                .map((row, context) -> new Source(
                        row.getString("ref"),
                        row.getString("words"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Something an incident may be entered from; {@code words} is a message key. */
    record Source(String ref, String words, Instant at) {}

    /** Whether an alert or a duty is about the person. */
    static boolean isOf(Handle handle, long personId, String source) {
        int colon = source.indexOf(':');
        String sql = switch (colon < 0 ? "" : source.substring(0, colon)) {
            case "alert" ->
                "select exists (select 1 from supervision.alert where alert_id = :id and person_id = :person)";
            case "duty" -> "select exists (select 1 from supervision.duty where duty_id = :id and person_id = :person)";
            default -> "";
        };
        return !sql.isEmpty()
                && source.substring(colon + 1).matches("[0-9]{1,18}")
                && handle.createQuery(sql)
                        .bind("id", Long.parseLong(source.substring(colon + 1)))
                        .bind("person", personId)
                        .mapTo(Boolean.class)
                        .one();
    }

    private static Incident incident(ResultSet row, StatementContext context) throws SQLException {
        return new Incident(
                row.getLong("incident_id"),
                row.getInt("version"),
                IncidentKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("gravity")).map(Gravity::valueOf),
                row.getObject("first_day", LocalDate.class),
                Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                Optional.ofNullable(row.getObject("admonished_on", LocalDate.class)),
                row.getString("note"),
                row.getString("source"),
                Optional.ofNullable(row.getString("settled")).map(MeasureKind::valueOf),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("staff_name"));
    }
}
