package org.guitu.web.lifecycle;

import java.time.LocalDate;
import org.guitu.web.calendar.WorkCalendars;
import org.guitu.web.limits.Limits;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/** Until when a person may report in (CCL-21). */
final class ReportIn {

    private ReportIn() {}

    static LocalDate lastDay(Handle handle, Person person, LocalDate served) {
        int days = Limits.of(handle, person.organisationId()).value(StepDuties.REPORT_IN_DAYS, served);
        return WorkCalendars.legalDays(handle, person.organisationId()).lastDay(served, days);
    }
}
