package org.guitu.web.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of people. What the acting staff may not see is not found. */
public final class PersonStore {

    private static final String ANY = """
            select p.*, c.category, k.class, z.state, a.organisation_id, o.name as organisation_name, o.time_zone as organisation_zone,
                   a.officer_id, s.name as officer_name
              from supervision.person p
              join supervision.assignment a on a.person_id = p.person_id and a.superseded_at is null and a.valid_to is null
              join supervision.organisation o on o.organisation_id = a.organisation_id
              join supervision.person_category c on c.person_id = p.person_id and c.superseded_at is null and c.valid_to is null
              join supervision.person_class k on k.person_id = p.person_id and k.superseded_at is null and k.valid_to is null
              left join supervision.person_state z on z.person_id = p.person_id and z.superseded_at is null and z.valid_to is null
              left join supervision.staff s on s.staff_id = a.officer_id
             where p.person_id = :person
            """;

    private static final String SELECT = ANY + " and o.path like :scope || '%' and (not p.minor or :minors)";

    private PersonStore() {}

    /** The person, if it exists in the subtree of the acting staff; a minor only for those who may open minors' files. */
    public static Optional<Person> find(Handle handle, Staff staff, long personId) {
        return handle.createQuery(SELECT)
                .bind("person", personId)
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .map(PersonStore::person)
                .findOne();
    }

    /** The person, whoever may see them: for the clock and messages from outside, which act for nobody's eyes. */
    public static Person get(Handle handle, long personId) {
        return handle.createQuery(ANY)
                .bind("person", personId)
                .map(PersonStore::person)
                .one();
    }

    /** Several at once, in the order of lists. */
    static List<Person> list(Handle handle, Staff staff, Collection<Long> personIds) {
        return handle.createQuery(SELECT.replace("p.person_id = :person", "p.person_id = any(:people)")
                        + " order by p.sort_key, p.person_id")
                .bindArray("people", Long.class, personIds)
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .map(PersonStore::person)
                .list();
    }

    /**
     * The same, its row locked until the transaction ends: every act about a person takes this lock first, so that checks against other
     * rows (overlaps, a device being worn) hold until the commit.
     */
    public static Optional<Person> lock(Handle handle, Staff staff, long personId) {
        handle.createQuery("select 1 from supervision.person where person_id = :person for update")
                .bind("person", personId)
                .mapTo(Integer.class)
                .findOne();
        return find(handle, staff, personId);
    }

    static long insert(Handle handle, PersonDraft draft, long by) {
        return bind(handle.createUpdate("""
                                insert into supervision.person (case_number, name, latin_name, sort_key, sex, born_on, identity_number,
                                       phone, address, term_from, term_to, note, recorded_by)
                                values (:caseNumber, :name, :latinName, :sortKey, :sex, :bornOn, :identityNumber,
                                       :phone, :address, :termFrom, :termTo, :note, :by)"""), draft)
                .bind("by", by)
                .executeAndReturnGeneratedKeys("person_id")
                .mapTo(Long.class)
                .one();
    }

    /** Keeps what stood before and writes the new values. The caller holds the lock and has compared the version. */
    static void update(Handle handle, long personId, PersonDraft draft, long by) {
        keepRevision(handle, personId, by);
        bind(handle.createUpdate("""
                                update supervision.person set case_number = :caseNumber, name = :name, latin_name = :latinName,
                                       sort_key = :sortKey, sex = :sex, born_on = :bornOn, identity_number = :identityNumber,
                                       phone = :phone, address = :address, term_from = :termFrom, term_to = :termTo, note = :note,
                                       version = version + 1, recorded_at = now(), recorded_by = :by
                                 where person_id = :person"""), draft)
                .bind("person", personId)
                .bind("by", by)
                .execute();
    }

    /** Keeps what stands before it is changed. */
    static void keepRevision(Handle handle, long personId, long by) {
        handle.createUpdate("""
                        insert into supervision.person_revision (person_id, version, person, replaced_by)
                        select person_id, version, to_jsonb(p), :by from supervision.person p where person_id = :person""").bind("person", personId).bind("by", by).execute();
    }

    /** Whether someone else, visible or not, has this value in a column that must be unique. */
    static boolean taken(Handle handle, String column, String value, long exceptPersonId) {
        String sql = switch (column) {
            case "case_number" ->
                "select exists (select 1 from supervision.person where case_number = :value and person_id <> :except)";
            case "identity_number" ->
                "select exists (select 1 from supervision.person where identity_number = :value and person_id <> :except)";
            default -> throw new IllegalArgumentException(column);
        };
        return handle.createQuery(sql)
                .bind("value", value)
                .bind("except", exceptPersonId)
                .mapTo(Boolean.class)
                .one();
    }

    /** Makes the person findable by name, reading, case number and the end of the identity number. */
    static void personTokens(Handle handle, long personId, PersonDraft draft) {
        Set<String> tokens = SearchTokens.of(draft.name(), draft.latinName(), draft.caseNumber());
        draft.identityNumber().map(SearchTokens::ofIdentity).ifPresent(tokens::add);
        tokens(handle, personId, "PERSON", tokens);
    }

    private static void tokens(Handle handle, long personId, String origin, Collection<String> tokens) {
        handle.createUpdate("delete from supervision.person_token where person_id = :person and origin = :origin")
                .bind("person", personId)
                .bind("origin", origin)
                .execute();
        handle.createUpdate("""
                        insert into supervision.person_token (person_id, origin, token)
                        select :person, :origin, unnest(:tokens) on conflict do nothing""")
                .bind("person", personId)
                .bind("origin", origin)
                .bindArray("tokens", String.class, tokens)
                .execute();
    }

    /** Makes the person findable by the identities of the devices worn now. Called by whoever changes the wearing. */
    public static void deviceTokens(Handle handle, long personId, Collection<String> identities) {
        tokens(
                handle,
                personId,
                "DEVICE",
                identities.stream()
                        .flatMap(identity -> SearchTokens.ofDevice(identity).stream())
                        .toList());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, PersonDraft draft) {
        return statement
                .bind("caseNumber", draft.caseNumber())
                .bind("name", draft.name())
                .bind("latinName", draft.latinName())
                .bind("sortKey", draft.sortKey())
                .bind("sex", draft.sex().name())
                .bind("bornOn", draft.bornOn().orElse(null))
                .bind("identityNumber", draft.identityNumber().orElse(null))
                .bind("phone", draft.phone())
                .bind("address", draft.address())
                .bind("termFrom", draft.termFrom().orElse(null))
                .bind("termTo", draft.termTo().orElse(null))
                .bind("note", draft.note());
    }

    private static Person person(ResultSet row, StatementContext context) throws SQLException {
        long officer = row.getLong("officer_id");
        return new Person(
                row.getLong("person_id"),
                row.getInt("version"),
                row.getString("case_number"),
                row.getString("name"),
                row.getString("latin_name"),
                Sex.valueOf(row.getString("sex")),
                Optional.ofNullable(row.getObject("born_on", LocalDate.class)),
                Optional.ofNullable(row.getString("identity_number")),
                row.getString("phone"),
                row.getString("address"),
                Optional.ofNullable(row.getObject("term_from", LocalDate.class)),
                Optional.ofNullable(row.getObject("term_to", LocalDate.class)),
                row.getString("note"),
                Category.valueOf(row.getString("category")),
                SupervisionClass.valueOf(row.getString("class")),
                Optional.ofNullable(row.getString("state")).map(CaseState::valueOf),
                row.getBoolean("minor"),
                row.getLong("organisation_id"),
                row.getString("organisation_name"),
                ZoneId.of(row.getString("organisation_zone")),
                officer == 0 ? Optional.empty() : Optional.of(officer),
                Optional.ofNullable(row.getString("officer_name")));
    }
}
