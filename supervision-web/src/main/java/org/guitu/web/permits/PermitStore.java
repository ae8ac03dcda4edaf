package org.guitu.web.permits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.guitu.ingest.registry.ScheduleJson;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The SQL of permits; scoped by their person, whom callers have found first. */
final class PermitStore {

    private static final String SELECT = """
            select p.*, p.area::text as area_text, p.schedule::text as schedule_text, r.name as recorded_by_name,
                   coalesce(d.name, '') as decided_by_name, coalesce(i.name, '') as decided_in_name, coalesce(e.name, '') as ended_by_name,
                   array(select o.zone_id from supervision.permit_opens o where o.permit_id = p.permit_id and o.zone_id is not null) as zones,
                   array(select o.rule_id from supervision.permit_opens o where o.permit_id = p.permit_id and o.rule_id is not null) as rules
              from supervision.permit p join supervision.staff r on r.staff_id = p.recorded_by
              left join supervision.staff d on d.staff_id = p.decided_by
              left join supervision.organisation i on i.organisation_id = p.decided_in
              left join supervision.staff e on e.staff_id = p.ended_by
            """;

    private PermitStore() {}

    /** All permits of a person, the newest first. */
    static List<Permit> ofPerson(Handle handle, long personId) {
        return handle.createQuery(
                        SELECT + " where p.person_id = :person order by p.valid_from desc, p.permit_id desc limit 1000")
                .bind("person", personId)
                .map(PermitStore::permit)
                .list();
    }

    static Optional<Permit> find(Handle handle, long permitId) {
        return handle.createQuery(SELECT + " where p.permit_id = :permit")
                .bind("permit", permitId)
                .map(PermitStore::permit)
                .findOne();
    }

    static long insert(Handle handle, long personId, PermitDraft draft, List<Long> zones, List<Long> rules, long by) {
        long id = handle.createUpdate("""
                        insert into supervision.permit (person_id, kind, reason, subject, relation, detail, injunction, area, schedule,
                               valid_from, valid_to, time_zone, proof, document_number, recorded_by)
                        values (:person, :kind, :reason, :subject, :relation, :detail, :injunction, :area::jsonb, :schedule::jsonb,
                                :from, :to, :zone, :proof, :document, :by)""")
                .bind("person", personId)
                .bind("kind", draft.kind().name())
                .bind("reason", draft.reason())
                .bind("subject", draft.subject())
                .bind("relation", draft.relation().map(Permit.Relation::name).orElse(null))
                .bind("detail", draft.detail())
                .bind("injunction", draft.injunction())
                .bind("area", draft.area().isEmpty() ? null : draft.area())
                .bind("schedule", draft.schedule().map(ScheduleJson::write).orElse(null))
                .bind("from", draft.from())
                .bind("to", draft.until())
                .bind("zone", draft.zone().getId())
                .bind("proof", draft.proof())
                .bind("document", draft.documentNumber())
                .bind("by", by)
                .executeAndReturnGeneratedKeys("permit_id")
                .mapTo(Long.class)
                .one();
        zones.forEach(zone -> opens(handle, id, zone, null));
        rules.forEach(rule -> opens(handle, id, null, rule));
        return id;
    }

    private static void opens(Handle handle, long permitId, @Nullable Long zoneId, @Nullable Long ruleId) {
        handle.createUpdate(
                        "insert into supervision.permit_opens (permit_id, zone_id, rule_id) values (:permit, :zone, :rule)")
                .bind("permit", permitId)
                .bind("zone", zoneId)
                .bind("rule", ruleId)
                .execute();
    }

    static void decide(
            Handle handle,
            long permitId,
            boolean approved,
            Instant at,
            long by,
            long organisationId,
            String document,
            String reason) {
        handle.createUpdate("""
                        update supervision.permit set approved = :approved, decided_at = :at, decided_by = :by, decided_in = :organisation,
                               decision_document = :document, decision_reason = :reason where permit_id = :permit""")
                .bind("approved", approved)
                .bind("at", at)
                .bind("by", by)
                .bind("organisation", organisationId)
                .bind("document", document)
                .bind("reason", reason)
                .bind("permit", permitId)
                .execute();
    }

    static void end(Handle handle, long permitId, Permit.End.How how, Instant at, String note, long by) {
        handle.createUpdate("""
                        update supervision.permit set ended_at = :at, end_kind = :kind, end_note = :note, ended_by = :by
                         where permit_id = :permit""")
                .bind("at", at)
                .bind("kind", how.name())
                .bind("note", note)
                .bind("by", by)
                .bind("permit", permitId)
                .execute();
    }

    static void insertReport(Handle handle, long permitId, Instant at, String words, long by) {
        handle.createUpdate("""
                        insert into supervision.permit_report (permit_id, at, words, recorded_by) values (:permit, :at, :words, :by)""")
                .bind("permit", permitId)
                .bind("at", at)
                .bind("words", words)
                .bind("by", by)
                .execute();
    }

    /** The newest first. */
    static List<PermitReport> reports(Handle handle, long permitId) {
        return handle.createQuery("""
                        select r.at, r.words, s.name from supervision.permit_report r join supervision.staff s on s.staff_id = r.recorded_by
                         where r.permit_id = :permit order by r.at desc, r.report_id desc limit 500""")
                .bind("permit", permitId)
                .map((row, context) -> new PermitReport(
                        row.getTimestamp("at").toInstant(), row.getString("words"), row.getString("name")))
                .list();
    }

    private static Permit permit(ResultSet row, StatementContext context) throws SQLException {
        return new Permit(
                row.getLong("permit_id"),
                row.getLong("person_id"),
                Permit.Kind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getString("subject"),
                Optional.ofNullable(row.getString("relation")).map(Permit.Relation::valueOf),
                row.getString("detail"),
                row.getBoolean("injunction"),
                Optional.ofNullable(row.getString("area_text")).orElse(""),
                Optional.ofNullable(row.getString("schedule_text")).map(ScheduleJson::read),
                row.getTimestamp("valid_from").toInstant(),
                row.getTimestamp("valid_to").toInstant(),
                ZoneId.of(row.getString("time_zone")),
                row.getString("proof"),
                row.getString("document_number"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by_name"),
                decision(row),
                end(row),
                ids(row, "zones"),
                ids(row, "rules"));
    }

    private static Optional<Permit.Decision> decision(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("decided_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new Permit.Decision(
                        row.getBoolean("approved"),
                        at.toInstant(),
                        row.getString("decided_by_name"),
                        row.getString("decided_in_name"),
                        row.getString("decision_document"),
                        row.getString("decision_reason")));
    }

    private static Optional<Permit.End> end(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("ended_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new Permit.End(
                        Permit.End.How.valueOf(row.getString("end_kind")),
                        at.toInstant(),
                        row.getString("ended_by_name"),
                        row.getString("end_note")));
    }

    private static List<Long> ids(ResultSet row, String column) throws SQLException {
        return List.of((Long[]) row.getArray(column).getArray());
    }
}
