package org.guitu.web.sentence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of decision papers. Scoping is done on the person, whose row callers hold. */
final class DecisionStore {

    private static final String SELECT = """
            select d.decision_id, r.*, d.withdraw_reason, s.name as recorded_by_name
              from supervision.decision d
              join supervision.decision_revision r on r.decision_id = d.decision_id
              join supervision.staff s on s.staff_id = r.recorded_by
             where d.person_id = :person""";

    private DecisionStore() {}

    /** As they stand now, withdrawn ones included, the newest decision first. */
    static List<Decision> standing(Handle handle, long personId) {
        return handle.createQuery(
                        SELECT + " and r.superseded_at is null order by r.decided_on desc, d.decision_id desc")
                .bind("person", personId)
                .map(DecisionStore::decision)
                .list();
    }

    /** Those of the case that stands, as they stand now, but for withdrawn ones, the newest decision first. */
    static List<Decision> ofCase(Handle handle, long personId) {
        return handle.createQuery(
                        SELECT
                                + " and r.superseded_at is null and d.withdrawn_at is null"
                                + " and d.case_id = supervision.case_of(:person) order by r.decided_on desc, d.decision_id desc")
                .bind("person", personId)
                .map(DecisionStore::decision)
                .list();
    }

    /** Every version of one, the newest first. */
    static List<Decision> versions(Handle handle, long personId, long decisionId) {
        return handle.createQuery(SELECT + " and d.decision_id = :decision order by r.version desc")
                .bind("person", personId)
                .bind("decision", decisionId)
                .map(DecisionStore::decision)
                .list();
    }

    static long insert(Handle handle, long personId, DecisionDraft draft, long by) {
        long id = handle.createUpdate("insert into supervision.decision (person_id, case_id, recorded_by)"
                        + " values (:person, supervision.case_of(:person), :by)")
                .bind("person", personId)
                .bind("by", by)
                .executeAndReturnGeneratedKeys("decision_id")
                .mapTo(Long.class)
                .one();
        revise(handle, id, 1, draft, by);
        return id;
    }

    /** Writes the version that takes the place of the standing one. */
    static void revise(Handle handle, long decisionId, int version, DecisionDraft draft, long by) {
        handle.createUpdate("""
                        update supervision.decision_revision set superseded_at = now()
                         where decision_id = :decision and superseded_at is null""").bind("decision", decisionId).execute();
        handle.createUpdate("""
                        insert into supervision.decision_revision (decision_id, version, paper, body_kind, body, document_number,
                               decided_on, final_on, served_on, crime, offence, sentence, accomplices, note, recorded_by)
                        values (:decision, :version, :paper, :bodyKind, :body, :documentNumber,
                                :decidedOn, :finalOn, :servedOn, :crime, :offence, :sentence, :accomplices, :note, :by)""")
                .bind("decision", decisionId)
                .bind("version", version)
                .bind("paper", draft.paper().name())
                .bind("bodyKind", draft.bodyKind().name())
                .bind("body", draft.body())
                .bind("documentNumber", draft.documentNumber())
                .bind("decidedOn", draft.decidedOn())
                .bind("finalOn", draft.finalOn().orElse(null))
                .bind("servedOn", draft.servedOn().orElse(null))
                .bind("crime", draft.crime().map(Enum::name).orElse(null))
                .bind("offence", draft.offence())
                .bind("sentence", draft.sentence())
                .bind("accomplices", draft.accomplices())
                .bind("note", draft.note())
                .bind("by", by)
                .execute();
    }

    static void withdraw(Handle handle, long decisionId, String reason, long by) {
        handle.createUpdate("""
                        update supervision.decision set withdrawn_at = now(), withdrawn_by = :by, withdraw_reason = :reason
                         where decision_id = :decision""")
                .bind("decision", decisionId)
                .bind("by", by)
                .bind("reason", reason)
                .execute();
    }

    private static Decision decision(ResultSet row, StatementContext context) throws SQLException {
        return new Decision(
                row.getLong("decision_id"),
                row.getInt("version"),
                Paper.valueOf(row.getString("paper")),
                BodyKind.valueOf(row.getString("body_kind")),
                row.getString("body"),
                row.getString("document_number"),
                row.getObject("decided_on", LocalDate.class),
                Optional.ofNullable(row.getObject("final_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("served_on", LocalDate.class)),
                Optional.ofNullable(row.getString("crime")).map(Crime::valueOf),
                row.getString("offence"),
                row.getString("sentence"),
                row.getBoolean("accomplices"),
                row.getString("note"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by_name"),
                Optional.ofNullable(row.getString("withdraw_reason")));
    }
}
