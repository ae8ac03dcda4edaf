package org.guitu.web.lifecycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The SQL of investigations. */
final class InvestigationStore {

    private InvestigationStore() {}

    /** All of a person, newest first. */
    static List<Investigation> list(Handle handle, long personId) {
        return handle.createQuery("""
                        select * from supervision.investigation where person_id = :person order by investigation_id desc""")
                .bind("person", personId)
                .map(InvestigationStore::investigation)
                .list();
    }

    /** Whether one has been asked for in the case that stands and not reported. */
    static boolean open(Handle handle, long personId) {
        return handle.createQuery("""
                        select exists (select 1 from supervision.investigation
                         where person_id = :person and reported_on is null and case_id = supervision.case_of(:person))""")
                .bind("person", personId)
                .mapTo(Boolean.class)
                .one();
    }

    static long insert(
            Handle handle,
            long personId,
            String askedBy,
            LocalDate askedOn,
            boolean fastTrack,
            String askedNumber,
            long by) {
        return handle.createUpdate("""
                        insert into supervision.investigation (person_id, case_id, asked_by, asked_on, fast_track, asked_number, recorded_by)
                        values (:person, supervision.case_of(:person), :askedBy, :askedOn, :fast, :number, :by)""")
                .bind("person", personId)
                .bind("askedBy", askedBy)
                .bind("askedOn", askedOn)
                .bind("fast", fastTrack)
                .bind("number", askedNumber)
                .bind("by", by)
                .executeAndReturnGeneratedKeys("investigation_id")
                .mapTo(Long.class)
                .one();
    }

    static void report(Handle handle, Investigation report) {
        handle.createUpdate("""
                        update supervision.investigation set home = :home, family = :family, village = :village, victim = :victim,
                               danger = :danger, opinion = :opinion, reported_on = :on, report_number = :number, version = version + 1
                         where investigation_id = :id and reported_on is null""")
                .bind("home", report.home())
                .bind("family", report.family())
                .bind("village", report.village())
                .bind("victim", report.victim())
                .bind("danger", report.danger())
                .bind("opinion", report.opinion().orElseThrow().name())
                .bind("on", report.reportedOn().orElseThrow())
                .bind("number", report.reportNumber())
                .bind("id", report.id())
                .execute();
    }

    private static Investigation investigation(ResultSet row, StatementContext context) throws SQLException {
        return new Investigation(
                row.getLong("investigation_id"),
                row.getString("asked_by"),
                row.getObject("asked_on", LocalDate.class),
                row.getBoolean("fast_track"),
                row.getString("asked_number"),
                row.getString("home"),
                row.getString("family"),
                row.getString("village"),
                row.getString("victim"),
                row.getString("danger"),
                Optional.ofNullable(row.getString("opinion")).map(Investigation.Opinion::valueOf),
                Optional.ofNullable(row.getObject("reported_on", LocalDate.class)),
                row.getString("report_number"));
    }
}
