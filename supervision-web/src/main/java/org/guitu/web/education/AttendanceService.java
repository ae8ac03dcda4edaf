package org.guitu.web.education;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.conduct.Incidents;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Notes who came, and closes the list. Closing makes absence final: whoever stayed away without an excuse although admonished before has an
 * incident, entered by whoever closes. Who was on leave, detained or lost then is excused: that has rules of its own. A correction afterwards
 * takes the incident with it. Each method is one transaction.
 */
public final class AttendanceService {

    private final Jdbi jdbi;
    private final Audit audit;
    private final Incidents incidents;
    private final InstantSource clock;
    private final CaseLog log = new CaseLog();
    private final MonthKeeper keeper = new MonthKeeper();

    public AttendanceService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
        incidents = new Incidents(audit, clock);
    }

    /** What is said of one attendee. */
    public record Mark(boolean present, String excuse) {}

    /**
     * Notes who came of those on the list that the staff may see; those not named stay as they are.
     *
     * @param code the code that was scanned, {@code ""} for none
     */
    public Outcome<Integer> note(Staff staff, long sessionId, Map<Long, Mark> marks, String code) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Session session = SessionStore.lock(handle, staff, sessionId).orElseThrow(SessionService::unknown);
            Instant now = clock.instant();
            check(staff, session, now);
            AttendanceStore.How how = SessionCode.holds(code, sessionId, session.secret(), now)
                    ? AttendanceStore.How.CODE
                    : AttendanceStore.How.LIST;
            int changed = 0;
            for (Attendee attendee : SessionStore.attendees(handle, staff, sessionId)) {
                Mark mark = marks.get(attendee.personId());
                if (mark != null && differs(session, attendee, mark)) {
                    save(handle, staff, session, attendee, mark, how, now);
                    changed++;
                }
            }
            audit.record(
                    handle,
                    staff.id(),
                    "education.attendance",
                    null,
                    "",
                    Map.of("session", sessionId, "changed", changed));
            return changed;
        }));
    }

    /** Makes the list final; answers how many incidents followed. Only who may open files does so. */
    public Outcome<Integer> close(Staff staff, long sessionId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Session session = SessionService.open(handle, staff, sessionId);
            Instant now = clock.instant();
            if (session.startsAt().isAfter(now)) {
                throw new Refused(Problems.FORM, "education.error.not-begun");
            }
            if (!session.organisationPath().startsWith(staff.scope()) || !staff.may(Permission.VIEW_PEOPLE)) {
                throw new Refused(Problems.FORM, "education.error.holder");
            }
            int followed = 0;
            for (Attendee attendee : SessionStore.attendees(handle, staff, sessionId)) {
                followed += conclude(handle, staff, session, attendee) ? 1 : 0;
            }
            SessionStore.close(handle, sessionId, now, staff.id());
            audit.record(
                    handle,
                    staff.id(),
                    "education.close",
                    null,
                    "",
                    Map.of("session", sessionId, "incidents", followed));
            return followed;
        }));
    }

    private static void check(Staff staff, Session session, Instant now) {
        if (session.cancelledAt().isPresent()) {
            throw new Refused(Problems.FORM, "education.error.closed");
        }
        if (session.closedAt().isPresent() && !staff.may(Permission.VIEW_PEOPLE)) {
            throw new Refused(Problems.FORM, "education.error.closed");
        }
        if (session.day().isAfter(java.time.LocalDate.ofInstant(now, session.zone()))) {
            throw new Refused(Problems.FORM, "education.error.not-begun");
        }
    }

    /** Before the list is closed, someone without a tick and an excuse has not come yet rather than stayed away. */
    private static boolean differs(Session session, Attendee attendee, Mark mark) {
        boolean stands = attendee.present().equals(Optional.of(mark.present()))
                && (mark.present() || attendee.excuse().equals(mark.excuse()));
        boolean silent =
                attendee.present().isEmpty() && !mark.present() && mark.excuse().isEmpty();
        return !stands && !(silent && session.open());
    }

    private void save(
            Handle handle,
            Staff staff,
            Session session,
            Attendee attendee,
            Mark mark,
            AttendanceStore.How how,
            Instant now) {
        Person person = PersonStore.lock(handle, staff, attendee.personId()).orElseThrow(SessionService::unknown);
        AttendanceStore.replace(
                handle, session.id(), person.id(), mark.present(), session.minutes(), mark.excuse(), how, staff.id());
        if (session.closedAt().isPresent()) {
            log(handle, staff, session, person, mark.present() ? "attended-corrected" : "absent-corrected");
            if (mark.present() || !mark.excuse().isEmpty()) {
                incidents.wasNotAbsent(
                        handle, staff, person, source(session), mark.present() ? session.title() : mark.excuse());
            }
        }
        keeper.keep(handle, person, YearMonth.from(session.startsAt().atZone(person.zone())), staff.id(), now);
    }

    /** Answers whether an incident followed. */
    private boolean conclude(Handle handle, Staff staff, Session session, Attendee attendee) {
        Person person = PersonStore.lock(handle, staff, attendee.personId()).orElseThrow(SessionService::unknown);
        if (attendee.present().equals(Optional.of(true))) {
            log(handle, staff, session, person, "attended");
            return false;
        }
        if (attendee.present().isEmpty()) {
            AttendanceStore.replace(
                    handle, session.id(), person.id(), false, 0, "", AttendanceStore.How.LIST, staff.id());
        }
        boolean excused = !attendee.excuse().isEmpty() || HoursStore.couldNotCome(handle, person.id(), session);
        log(handle, staff, session, person, excused ? "excused" : "absent");
        if (excused || !person.supervised()) {
            return false;
        }
        return HoursStore.admonishedBefore(handle, person.id(), session.day())
                .map(admonished -> incidents.absentFromStudy(
                        handle, staff, person, session.day(), admonished, session.title(), source(session)))
                .isPresent();
    }

    private static String source(Session session) {
        return "session:" + session.id();
    }

    private void log(Handle handle, Staff staff, Session session, Person person, String what) {
        log.record(
                handle,
                staff.id(),
                person.id(),
                session.startsAt(),
                CaseEntry.of("education.log." + what)
                        .text(session.title())
                        .day(session.day())
                        .text(HoursText.hours(session.minutes()))
                        .leadingTo("/people/" + person.id() + "/education"));
    }
}
