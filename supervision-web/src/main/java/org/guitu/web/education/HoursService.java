package org.guitu.web.education;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.http.Form;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Hours outside of sessions, who can work, and admonitions. Each method is one transaction. */
public final class HoursService {

    private static final int BACK_DAYS = 366;

    private final Jdbi jdbi;
    private final Audit audit;
    private final InstantSource clock;
    private final CaseLog log = new CaseLog();
    private final MonthKeeper keeper = new MonthKeeper();

    public HoursService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** The hours of a person; empty where the reader may not see the person. */
    Optional<PersonHours> find(Staff reader, long personId) {
        return jdbi.inTransaction(handle -> PersonStore.find(handle, reader, personId)
                .map(person -> PersonHours.read(handle, person, clock.instant())));
    }

    /** Enters hours outside of sessions from {@code subject}, {@code day}, {@code hours} and {@code note}. */
    public Outcome<Long> credit(Staff staff, long personId, Form form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = supervised(handle, staff, personId);
            Instant now = clock.instant();
            Fields fields = new Fields();
            Subject subject = fields.choice("subject", form.text("subject"), Subject.class);
            LocalDate day = pastDay("day", form.text("day"), person, now, fields);
            int minutes = HoursText.minutes("hours", form.text("hours"), fields);
            String note = fields.text("note", form.text("note"), 500);
            fields.refuseIfAny();
            Instant at = day.atTime(LocalTime.NOON).atZone(person.zone()).toInstant();
            long id = HoursStore.credit(handle, personId, subject, at, minutes, note, staff.id());
            keeper.keep(handle, person, YearMonth.from(day), staff.id(), now);
            log(
                    handle,
                    staff,
                    person,
                    CaseEntry.of("education.log.own-hours")
                            .word("education.subject." + subject)
                            .day(day)
                            .text(HoursText.hours(minutes))
                            .text(note));
            audit.record(handle, staff.id(), "education.own-hours", personId, "", Map.of("hours", id));
            return id;
        }));
    }

    /** Withdraws hours entered by mistake. */
    public Outcome<Long> withdraw(Staff staff, long personId, long ownHoursId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
            Instant at = HoursStore.withdraw(handle, personId, ownHoursId, staff.id())
                    .orElseThrow(SessionService::unknown);
            keeper.keep(handle, person, YearMonth.from(at.atZone(person.zone())), staff.id(), clock.instant());
            log(
                    handle,
                    staff,
                    person,
                    CaseEntry.of("education.log.hours-withdrawn").day(LocalDate.ofInstant(at, person.zone())));
            audit.record(handle, staff.id(), "education.hours-withdraw", personId, "", Map.of("hours", ownHoursId));
            return ownHoursId;
        }));
    }

    /** Records whether someone can do public-benefit work from now on, and why: {@code able} and {@code abilityReason}. */
    public Outcome<Long> ability(Staff staff, long personId, Form form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = supervised(handle, staff, personId);
            Fields fields = new Fields();
            boolean able = form.text("able").equals("yes");
            if (!able && !form.text("able").equals("no")) {
                fields.problem("able", "ui.form.choose");
            }
            String reason = fields.text("abilityReason", form.text("abilityReason"), 300);
            fields.refuseIfAny();
            Instant now = clock.instant();
            HoursStore.ability(handle, personId, able, reason, now, staff.id());
            YearMonth month = YearMonth.from(now.atZone(person.zone()));
            keeper.keep(handle, person, month, staff.id(), now);
            log(
                    handle,
                    staff,
                    person,
                    CaseEntry.of("education.log." + (able ? "able" : "unable")).text(reason));
            audit.record(handle, staff.id(), "education.ability", personId, "", Map.of("able", able));
            return personId;
        }));
    }

    /** Records that someone was admonished for staying away, from {@code admonishedOn} and {@code admonition}. */
    public Outcome<Long> admonish(Staff staff, long personId, Form form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = supervised(handle, staff, personId);
            Fields fields = new Fields();
            LocalDate day = pastDay("admonishedOn", form.text("admonishedOn"), person, clock.instant(), fields);
            String note = fields.text("admonition", form.text("admonition"), 500);
            fields.refuseIfAny();
            HoursStore.admonish(handle, personId, day, note, staff.id());
            log(
                    handle,
                    staff,
                    person,
                    CaseEntry.of("education.log.admonished").day(day).text(note));
            audit.record(handle, staff.id(), "education.admonish", personId, "", Map.of("day", day));
            return personId;
        }));
    }

    private static LocalDate pastDay(String field, String raw, Person person, Instant now, Fields fields) {
        LocalDate today = LocalDate.ofInstant(now, person.zone());
        LocalDate day = fields.date(field, raw);
        if (day.isAfter(today)) {
            fields.problem(field, "education.error.future");
        } else if (day.isBefore(today.minusDays(BACK_DAYS))) {
            fields.problem(field, "education.error.far");
        }
        return day;
    }

    private void log(Handle handle, Staff staff, Person person, CaseEntry entry) {
        log.record(
                handle,
                staff.id(),
                person.id(),
                clock.instant(),
                entry.leadingTo("/people/" + person.id() + "/education"));
    }

    private static Person supervised(Handle handle, Staff staff, long personId) {
        Person person = PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
        if (!person.supervised()) {
            throw new Refused(Problems.FORM, "education.error.not-supervised");
        }
        return person;
    }
}
