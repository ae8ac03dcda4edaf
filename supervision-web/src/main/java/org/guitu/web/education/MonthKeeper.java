package org.guitu.web.education;

import java.time.Instant;
import java.time.YearMonth;
import org.guitu.web.duties.Duties;
import org.guitu.web.limits.LimitTable;
import org.guitu.web.limits.Limits;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Holds the hours of a month against the duty of the class, and keeps the duty in step with them. */
final class MonthKeeper {

    private final Duties duties = new Duties();

    /** What was done and is due of a branch in a month, by the class as it stands; nothing in the month in which the person came. */
    static MonthHours hours(Handle handle, Person person, Branch branch, YearMonth month) {
        return hours(handle, person, branch, month, Limits.of(handle, person.organisationId()));
    }

    static MonthHours hours(Handle handle, Person person, Branch branch, YearMonth month, LimitTable table) {
        boolean whole = HoursStore.inCorrectionsBefore(handle, person.id(), HoursStore.start(month, person.zone()));
        int due = whole && person.supervised() && able(handle, person, branch)
                ? table.value(branch.hours(person.supervisionClass()), month.atDay(1))
                : 0;
        return new MonthHours(
                HoursStore.done(handle, person.id(), branch, month, person.zone())
                        .minutes(),
                due);
    }

    /** Opens what is due in a month and not done. */
    void open(Handle handle, Person person, Branch branch, YearMonth month) {
        duties.openUntil(
                handle,
                person,
                branch.duty(),
                HoursStore.start(month, person.zone()),
                HoursStore.start(month.plusMonths(1), person.zone()),
                month.toString());
    }

    /**
     * Meets the duty of a month if the hours are full; opens it again if a correction took some away while the month lasts; drops it if
     * nothing is due any more.
     */
    void keep(Handle handle, Person person, YearMonth month, @Nullable Long staffId, Instant now) {
        for (Branch branch : Branch.values()) {
            MonthHours hours = hours(handle, person, branch, month);
            if (hours.dueHours() == 0) {
                duties.cancel(handle, person.id(), branch.duty(), month.toString(), staffId, Duties.MOVED);
            } else if (hours.met()) {
                Instant at = HoursStore.done(handle, person.id(), branch, month, person.zone())
                        .last()
                        .filter(last -> last.isBefore(now))
                        .orElse(now);
                duties.meet(
                        handle,
                        person.id(),
                        branch.duty(),
                        month.toString(),
                        staffId,
                        at,
                        "/people/" + person.id() + "/education");
            } else if (now.isBefore(HoursStore.start(month.plusMonths(1), person.zone()))
                    && HoursStore.wasMet(handle, person, branch, month)) {
                open(handle, person, branch, month);
            }
        }
    }

    private static boolean able(Handle handle, Person person, Branch branch) {
        return branch == Branch.STUDY
                || HoursStore.ability(handle, person.id())
                        .map(HoursStore.Ability::able)
                        .orElse(true);
    }
}
