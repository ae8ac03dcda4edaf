package org.guitu.web.resettlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.people.Sex;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The SQL of inmates who are said to return. */
final class InmateStore {

    private static final String SELECT = """
            select i.*, o.name as organisation_name, coalesce(s.name, '') as verified_name from supervision.inmate i
              join supervision.organisation o on o.organisation_id = i.organisation_id
              left join supervision.staff s on s.staff_id = i.verified_by
             where o.path like :scope || '%'
            """;

    private InmateStore() {}

    static long insert(
            Handle handle,
            InmateDraft draft,
            long organisationId,
            @Nullable Long inboxId,
            LocalDate verifyBy,
            long by) {
        return handle.createUpdate("""
                        insert into supervision.inmate (organisation_id, inbox_id, source, name, sex, identity_number, born_on, address,
                               expected_on, key_reasons, note, received_on, verify_by, recorded_by)
                        values (:organisation, :inbox, :source, :name, :sex, :identity, :born, :address,
                                :expected, :reasons, :note, :received, :verifyBy, :by)""")
                .bind("organisation", organisationId)
                .bind("inbox", inboxId)
                .bind("source", draft.source())
                .bind("name", draft.name())
                .bind("sex", draft.sex().name())
                .bind("identity", draft.identityNumber().orElse(null))
                .bind("born", draft.bornOn().orElse(null))
                .bind("address", draft.address())
                .bind("expected", draft.expectedOn())
                .bind("reasons", KeyReasons.names(draft.keyReasons()))
                .bind("note", draft.note())
                .bind("received", draft.receivedOn())
                .bind("verifyBy", verifyBy)
                .bind("by", by)
                .executeAndReturnGeneratedKeys("inmate_id")
                .mapTo(Long.class)
                .one();
    }

    static Optional<Inmate> find(Handle handle, Staff staff, long id) {
        return handle.createQuery(SELECT + " and i.inmate_id = :id")
                .bind("scope", staff.scope())
                .bind("id", id)
                .map(InmateStore::inmate)
                .findOne();
    }

    static Optional<Inmate> lock(Handle handle, Staff staff, long id) {
        return handle.createQuery(SELECT + " and i.inmate_id = :id for update of i")
                .bind("scope", staff.scope())
                .bind("id", id)
                .map(InmateStore::inmate)
                .findOne();
    }

    /** Those still to be verified, the most urgent first. */
    static List<Inmate> toVerify(Handle handle, Staff staff, int limit) {
        return handle.createQuery(SELECT + " and i.state = 'RECEIVED' order by i.verify_by, i.inmate_id limit :limit")
                .bind("scope", staff.scope())
                .bind("limit", limit)
                .map(InmateStore::inmate)
                .list();
    }

    /** Those found right and not taken in yet, the next to be released first. */
    static List<Inmate> toTakeIn(Handle handle, Staff staff, int limit) {
        return handle.createQuery(SELECT + """
                         and i.state = 'VERIFIED' and i.person_id is null order by i.expected_on, i.inmate_id limit :limit""")
                .bind("scope", staff.scope())
                .bind("limit", limit)
                .map(InmateStore::inmate)
                .list();
    }

    static void verify(Handle handle, long id, Inmate.State state, String finding, LocalDate on, long by) {
        handle.createUpdate("""
                        update supervision.inmate set state = :state, finding = :finding, verified_on = :on, verified_by = :by
                         where inmate_id = :id""")
                .bind("id", id)
                .bind("state", state.name())
                .bind("finding", finding)
                .bind("on", on)
                .bind("by", by)
                .execute();
    }

    static void takenIn(Handle handle, long id, long personId) {
        handle.createUpdate("update supervision.inmate set person_id = :person where inmate_id = :id")
                .bind("id", id)
                .bind("person", personId)
                .execute();
    }

    private static Inmate inmate(ResultSet row, StatementContext context) throws SQLException {
        long person = row.getLong("person_id");
        return new Inmate(
                row.getLong("inmate_id"),
                row.getLong("organisation_id"),
                row.getString("organisation_name"),
                row.getString("source"),
                row.getString("name"),
                Sex.valueOf(row.getString("sex")),
                Optional.ofNullable(row.getString("identity_number")),
                Optional.ofNullable(row.getObject("born_on", LocalDate.class)),
                row.getString("address"),
                row.getObject("expected_on", LocalDate.class),
                KeyReasons.of(row.getArray("key_reasons")),
                row.getString("note"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("verify_by", LocalDate.class),
                Inmate.State.valueOf(row.getString("state")),
                row.getString("finding"),
                Optional.ofNullable(row.getObject("verified_on", LocalDate.class)),
                row.getString("verified_name"),
                person == 0 ? Optional.empty() : Optional.of(person));
    }
}
