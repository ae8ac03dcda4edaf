package org.guitu.web.lifecycle;

import java.time.LocalDate;
import org.guitu.web.calendar.WorkCalendars;
import org.guitu.web.limits.Limits;
import org.guitu.web.people.Category;
import org.guitu.web.people.Person;
import org.guitu.web.sentence.Decisions;
import org.jdbi.v3.core.Handle;

/**
 * Until when a person must report in (CCL-21): so many days after the judgment or ruling is final, however late the papers came; in temporary
 * execution, and where that day is not on file, after the papers were served.
 */
final class ReportIn {

    private ReportIn() {}

    /** The day from which the days are counted. */
    static LocalDate from(Handle handle, Person person, LocalDate served) {
        return person.category() == Category.TEMPORARY_EXECUTION
                ? served
                : Decisions.finalOn(handle, person.id()).orElse(served);
    }

    static LocalDate lastDay(Handle handle, Person person, LocalDate served) {
        LocalDate from = from(handle, person, served);
        int days = Limits.of(handle, person.organisationId()).value(StepDuties.REPORT_IN_DAYS, from);
        return WorkCalendars.legalDays(handle, person.organisationId()).lastDay(from, days);
    }
}
