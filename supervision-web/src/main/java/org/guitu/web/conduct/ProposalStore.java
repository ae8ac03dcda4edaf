package org.guitu.web.conduct;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of proposals and their evidence. Scoping is done on the person. */
final class ProposalStore {

    private static final String SELECT = """
            select p.*, s.name as proposer, coalesce(c.name, '') as closer,
                   array(select e.incident_id from supervision.conduct_evidence e
                          where e.proposal_id = p.proposal_id and e.incident_id is not null order by 1) as incidents,
                   array(select e.measure_id from supervision.conduct_evidence e
                          where e.proposal_id = p.proposal_id and e.measure_id is not null order by 1) as measures
              from supervision.conduct_proposal p
              join supervision.staff s on s.staff_id = p.proposed_by
              left join supervision.staff c on c.staff_id = p.closed_by
             where p.person_id = :person
            """;

    private ProposalStore() {}

    static List<Proposal> ofPerson(Handle handle, long personId) {
        return handle.createQuery(SELECT + " order by p.proposal_id desc limit 1000")
                .bind("person", personId)
                .map(ProposalStore::proposal)
                .list();
    }

    static Optional<Proposal> find(Handle handle, long personId, long proposalId) {
        return handle.createQuery(SELECT + " and p.proposal_id = :proposal")
                .bind("person", personId)
                .bind("proposal", proposalId)
                .map(ProposalStore::proposal)
                .findOne();
    }

    static long insert(
            Handle handle,
            long personId,
            MeasureKind kind,
            Optional<Rung> rung,
            List<Long> incidents,
            Optional<Commendation.Basis> basis,
            String reason,
            Instant at,
            long by) {
        long proposalId = handle.createUpdate("""
                        insert into supervision.conduct_proposal (person_id, kind, grounds, suggested, basis, reason,
                               proposed_at, proposed_by)
                        values (:person, :kind, :grounds, :suggested, :basis, :reason, :at, :by)""")
                .bind("person", personId)
                .bind("kind", kind.name())
                .bindArray(
                        "grounds",
                        String.class,
                        rung.stream()
                                .flatMap(found -> found.grounds().stream())
                                .map(Ground::name)
                                .toList())
                .bind("suggested", rung.map(found -> found.kind().name()).orElse(null))
                .bind("basis", basis.map(Commendation.Basis::name).orElse(null))
                .bind("reason", reason)
                .bind("at", at)
                .bind("by", by)
                .executeAndReturnGeneratedKeys("proposal_id")
                .mapTo(Long.class)
                .one();
        incidents.forEach(incident -> evidence(handle, proposalId, "incident_id", incident));
        rung.stream()
                .flatMap(found -> found.earlier().stream())
                .filter(measure -> measure.measureId() > 0)
                .forEach(measure -> evidence(handle, proposalId, "measure_id", measure.measureId()));
        return proposalId;
    }

    static void close(Handle handle, long proposalId, Proposal.State state, String reason, Instant at, long by) {
        handle.createUpdate("""
                        update supervision.conduct_proposal set state = :state, closed_at = :at, closed_by = :by, close_reason = :reason
                         where proposal_id = :proposal and state = 'PROPOSED'""")
                .bind("state", state.name())
                .bind("at", at)
                .bind("by", by)
                .bind("reason", reason)
                .bind("proposal", proposalId)
                .execute();
    }

    /** The column is a constant of this class, never input. */
    private static void evidence(Handle handle, long proposalId, String column, long id) {
        handle.createUpdate("insert into supervision.conduct_evidence (proposal_id, " + column
                        + ") values (:proposal, :id)")
                .bind("proposal", proposalId)
                .bind("id", id)
                .execute();
    }

    private static Proposal proposal(ResultSet row, StatementContext context) throws SQLException {
        return new Proposal(
                row.getLong("proposal_id"),
                row.getLong("person_id"),
                MeasureKind.valueOf(row.getString("kind")),
                Arrays.stream((String[]) row.getArray("grounds").getArray())
                        .map(Ground::valueOf)
                        .toList(),
                Optional.ofNullable(row.getString("suggested")).map(MeasureKind::valueOf),
                Optional.ofNullable(row.getString("basis")).map(Commendation.Basis::valueOf),
                row.getString("reason"),
                Proposal.State.valueOf(row.getString("state")),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("proposer"),
                Optional.ofNullable(row.getTimestamp("closed_at")).map(Timestamp::toInstant),
                row.getString("closer"),
                row.getString("close_reason"),
                longs(row.getArray("incidents")),
                longs(row.getArray("measures")));
    }

    private static List<Long> longs(Array array) throws SQLException {
        return List.of((Long[]) array.getArray());
    }
}
