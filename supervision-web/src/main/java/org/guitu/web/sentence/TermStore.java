package org.guitu.web.sentence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.guitu.web.calendar.SentenceTerm;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of terms. Scoping is done on the person, whose row callers hold. */
final class TermStore {

    private TermStore() {}

    /** Every version of the case that stands, the newest first; the first of them stands. */
    static List<Term> versions(Handle handle, long personId) {
        return handle.createQuery("""
                        select t.*, s.name as recorded_by_name from supervision.sentence_term t
                          join supervision.staff s on s.staff_id = t.recorded_by
                         where t.person_id = :person and t.case_id = supervision.case_of(:person) order by t.version desc""")
                .bind("person", personId)
                .map(TermStore::term)
                .list();
    }

    /** Writes the version that takes the place of the standing one. */
    static void insert(Handle handle, long personId, TermDraft draft, long by) {
        handle.createUpdate("""
                        update supervision.sentence_term set superseded_at = now()
                         where person_id = :person and superseded_at is null""").bind("person", personId).execute();
        SentenceTerm reckoning = draft.reckoning();
        handle.createUpdate("""
                        insert into supervision.sentence_term (person_id, case_id, version, change, reason, document_number, first_day, years, months,
                               days, held_days, credited_days, excluded_days, last_day, recorded_by)
                        values (:person, supervision.case_of(:person),
                                (select coalesce(max(version), 0) + 1 from supervision.sentence_term where person_id = :person), :change, :reason, :documentNumber, :firstDay, :years, :months,
                                :days, :heldDays, :creditedDays, :excludedDays, :lastDay, :by)""")
                .bind("person", personId)
                .bind("change", draft.change().name())
                .bind("reason", draft.reason())
                .bind("documentNumber", draft.documentNumber())
                .bind("firstDay", reckoning.first())
                .bind("years", reckoning.years())
                .bind("months", reckoning.months())
                .bind("days", reckoning.days())
                .bind("heldDays", draft.heldDays())
                .bind("creditedDays", reckoning.creditedDays())
                .bind("excludedDays", reckoning.excludedDays())
                .bind("lastDay", draft.lastDay())
                .bind("by", by)
                .execute();
    }

    private static Term term(ResultSet row, StatementContext context) throws SQLException {
        return new Term(
                row.getInt("version"),
                TermChange.valueOf(row.getString("change")),
                row.getString("reason"),
                row.getString("document_number"),
                row.getInt("held_days"),
                new SentenceTerm(
                        row.getObject("first_day", LocalDate.class),
                        row.getInt("years"),
                        row.getInt("months"),
                        row.getInt("days"),
                        row.getInt("credited_days"),
                        row.getInt("excluded_days")),
                row.getObject("last_day", LocalDate.class),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by_name"));
    }
}
