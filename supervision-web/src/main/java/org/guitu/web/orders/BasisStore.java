package org.guitu.web.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.ingest.admit.HoursJson;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of bases. Scoping is done on the person, whose row callers hold. */
public final class BasisStore {

    private static final String SELECT = """
            select b.*, b.windows::text as hours, coalesce(s.name, '') as applied_by
              from supervision.basis b
              left join supervision.authorisation_application r on r.application_id = b.application_id
              left join supervision.staff s on s.staff_id = r.applied_by""";

    private BasisStore() {}

    /** All bases of a person, revoked ones included, newest first. */
    public static List<Basis> ofPerson(Handle handle, long personId) {
        return handle.createQuery(SELECT + " where b.person_id = :person order by b.valid_from desc, b.basis_id desc")
                .bind("person", personId)
                .map(BasisStore::basis)
                .list();
    }

    static Optional<Basis> find(Handle handle, long basisId) {
        return handle.createQuery(SELECT + " where b.basis_id = :basis")
                .bind("basis", basisId)
                .map(BasisStore::basis)
                .findOne();
    }

    static long insert(Handle handle, long personId, BasisDraft draft, long by) {
        return handle.createUpdate("""
                        insert into supervision.basis (person_id, kind, ground, approved_by, document_number, assessment,
                               renews_basis_id, application_id, first_day, last_day, time_zone, valid_from, valid_to,
                               continuous, windows, recorded_by)
                        values (:person, :kind, :ground, :approvedBy, :documentNumber, :assessment,
                                :renews, :application, :firstDay, :lastDay, :zone, :from, :until,
                                :continuous, cast(:hours as jsonb), :by)""")
                .bind("person", personId)
                .bind("kind", draft.kind().name())
                .bind("ground", draft.ground().map(Ground::name).orElse(null))
                .bind("approvedBy", draft.approvedBy())
                .bind("documentNumber", draft.documentNumber())
                .bind("assessment", draft.assessment())
                .bind("renews", draft.renews().orElse(null))
                .bind("application", draft.applicationId().orElse(null))
                .bind("firstDay", draft.firstDay())
                .bind("lastDay", draft.lastDay())
                .bind("zone", draft.zone().getId())
                .bind("from", draft.from())
                .bind("until", draft.until())
                .bind("continuous", draft.hours().isEmpty())
                .bind("hours", draft.hours().map(HoursJson::write).orElse("[]"))
                .bind("by", by)
                .executeAndReturnGeneratedKeys("basis_id")
                .mapTo(Long.class)
                .one();
    }

    static void end(Handle handle, long basisId, Instant at, String reason, boolean revoked, long by) {
        handle.createUpdate("""
                        update supervision.basis set ended_at = :at, ended_by = :by, end_reason = :reason, revoked = :revoked
                         where basis_id = :basis""")
                .bind("basis", basisId)
                .bind("at", at)
                .bind("reason", reason)
                .bind("revoked", revoked)
                .bind("by", by)
                .execute();
    }

    private static Basis basis(ResultSet row, StatementContext context) throws SQLException {
        long renews = row.getLong("renews_basis_id");
        long application = row.getLong("application_id");
        Optional<Instant> endedAt =
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant);
        Instant validTo = row.getTimestamp("valid_to").toInstant();
        return new Basis(
                row.getLong("basis_id"),
                row.getLong("person_id"),
                BasisKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("ground")).map(Ground::valueOf),
                row.getString("approved_by"),
                row.getString("document_number"),
                row.getString("assessment"),
                renews == 0 ? Optional.empty() : Optional.of(renews),
                application == 0 ? Optional.empty() : Optional.of(application),
                row.getString("applied_by"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getTimestamp("valid_from").toInstant(),
                endedAt.filter(at -> at.isBefore(validTo)).orElse(validTo),
                endedAt,
                Optional.ofNullable(row.getString("end_reason")).orElse(""),
                row.getBoolean("revoked"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getBoolean("continuous"),
                row.getBoolean("continuous") ? Optional.empty() : Optional.of(HoursJson.read(row.getString("hours"))));
    }
}
