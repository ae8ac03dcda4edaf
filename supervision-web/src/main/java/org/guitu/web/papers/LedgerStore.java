package org.guitu.web.papers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** The SQL of ledgers. Whom and what the reader may see is asked for by the scope, and minors by a permission. */
final class LedgerStore {

    /** More than any county has; a longer ledger would be none. */
    static final int ROWS_MAX = 50_000;

    /**
     * Whose ledger.
     *
     * @param scope the subtree, itself within the reader's
     * @param minors whether they are listed
     */
    record Of(String scope, boolean minors) {}

    private static final String PEOPLE = """
            select p.case_number, p.name, p.sex, p.born_on, p.identity_number, p.phone, p.address, p.term_from, p.term_to,
                   c.category, k.class, z.state, o.name as organisation, s.name as officer, r.released_on
              from supervision.person p
              join supervision.assignment a on a.person_id = p.person_id and a.superseded_at is null and a.valid_to is null
              join supervision.organisation o on o.organisation_id = a.organisation_id
              join supervision.person_category c on c.person_id = p.person_id and c.superseded_at is null and c.valid_to is null
              join supervision.person_class k on k.person_id = p.person_id and k.superseded_at is null and k.valid_to is null
              left join supervision.person_state z on z.person_id = p.person_id and z.superseded_at is null and z.valid_to is null
              left join supervision.staff s on s.staff_id = a.officer_id
              left join supervision.resettlement r on r.person_id = p.person_id and r.ended_on is null
             where o.path like :scope || '%' and (:minors or not p.minor)
               and case when :released then c.category = 'RELEASED' and (r.resettlement_id is not null
                             or not exists (select 1 from supervision.resettlement e where e.person_id = p.person_id))
                        else c.category in ('CONTROL', 'PROBATION', 'PAROLE', 'TEMPORARY_EXECUTION')
                         and (z.state is null or z.state not in ('CLOSED_EXPIRED', 'CLOSED_PARDON', 'TERMINATED')) end
             order by o.path, p.sort_key, p.person_id limit :limit
            """;

    private static final String PAPERS = """
            select d.number_text, d.title, d.issued_on, d.void_reason, d.facts ->> 'person.name' as person, o.name as issuer,
                   s.name as issued_by, h.name as organisation, p.case_number
              from supervision.paper d
              join supervision.person p on p.person_id = d.person_id
              join supervision.assignment a on a.person_id = p.person_id and a.superseded_at is null and a.valid_to is null
              join supervision.organisation h on h.organisation_id = a.organisation_id
              join supervision.organisation o on o.organisation_id = d.organisation_id
              join supervision.staff s on s.staff_id = d.issued_by
             where h.path like :scope || '%' and (:minors or not p.minor)
               and d.kind = any(:kinds) and d.issued_on >= :from and d.issued_on < :to
             order by o.path, d.kind, d.year, d.number limit :limit
            """;

    private LedgerStore() {}

    /**
     * Those in corrections, or those who are helped after it and those whose help has yet to begin.
     *
     * @param word finds Chinese words by message key
     */
    static List<List<String>> people(Handle handle, Of of, boolean released, UnaryOperator<String> word) {
        return handle.createQuery(PEOPLE)
                .bind("scope", of.scope())
                .bind("minors", of.minors())
                .bind("released", released)
                .bind("limit", ROWS_MAX)
                .map((row, context) -> released ? released(row, word) : supervised(row, word))
                .list();
    }

    static List<List<String>> papers(Handle handle, Of of, List<PaperKind> kinds, int year) {
        return handle.createQuery(PAPERS)
                .bind("scope", of.scope())
                .bind("minors", of.minors())
                .bindArray(
                        "kinds",
                        String.class,
                        kinds.stream().map(PaperKind::name).toList())
                .bind("from", LocalDate.of(year, 1, 1))
                .bind("to", LocalDate.of(year + 1, 1, 1))
                .bind("limit", ROWS_MAX)
                .map((row, context) -> paper(row))
                .list();
    }

    private static List<String> supervised(ResultSet row, UnaryOperator<String> word) throws SQLException {
        String state = row.getString("state");
        return List.of(
                row.getString("case_number"),
                row.getString("name"),
                word.apply("people.sex." + row.getString("sex")),
                day(row, "born_on"),
                text(row, "identity_number"),
                word.apply("people.category." + row.getString("category")),
                word.apply("people.class." + row.getString("class")),
                state == null ? "" : word.apply("people.state." + state),
                day(row, "term_from"),
                day(row, "term_to"),
                row.getString("phone"),
                row.getString("address"),
                row.getString("organisation"),
                text(row, "officer"));
    }

    private static List<String> released(ResultSet row, UnaryOperator<String> word) throws SQLException {
        return List.of(
                row.getString("case_number"),
                row.getString("name"),
                word.apply("people.sex." + row.getString("sex")),
                day(row, "born_on"),
                text(row, "identity_number"),
                day(row, "released_on"),
                row.getString("phone"),
                row.getString("address"),
                row.getString("organisation"),
                text(row, "officer"));
    }

    private static List<String> paper(ResultSet row) throws SQLException {
        return List.of(
                row.getString("number_text"),
                row.getString("title"),
                text(row, "person"),
                row.getString("case_number"),
                day(row, "issued_on"),
                row.getString("issuer"),
                row.getString("issued_by"),
                row.getString("organisation"),
                text(row, "void_reason"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    private static String day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class))
                .map(LocalDate::toString)
                .orElse("");
    }
}
