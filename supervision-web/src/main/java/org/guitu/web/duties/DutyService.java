package org.guitu.web.duties;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
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
import org.jdbi.v3.core.Jdbi;

/** Meets duties by hand, and declares sensitive periods. */
public final class DutyService {

    private static final int DAYS_MAX = 120;

    private final Jdbi jdbi;
    private final Audit audit;
    private final InstantSource clock;
    private final PeriodPlans plans;
    private final CaseLog log = new CaseLog();

    public DutyService(Jdbi jdbi, PeriodPlans plans, Audit audit, InstantSource clock) {
        this.plans = plans;
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** Notes on which day a duty that comes back was done, and what shows it, from {@code day} and {@code proof}. */
    public Outcome<Long> meet(Staff staff, long personId, long dutyId, Form form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
            Fields fields = new Fields();
            LocalDate day = fields.date("day", form.text("day"));
            String proof = fields.text("proof", form.text("proof"), 500);
            Instant now = clock.instant();
            if (day.isAfter(LocalDate.ofInstant(now, person.zone()))) {
                fields.problem("day", "duties.error.future");
            }
            fields.refuseIfAny();
            Duty duty = DutyStore.ofPerson(handle, staff, personId).stream()
                    .filter(one -> one.id() == dutyId)
                    .findFirst()
                    .orElseThrow(() -> new Refused(Problems.FORM, "duties.error.unknown"));
            Instant at = metAt(day, now, person);
            if (!duty.byHand() || !DutyStore.meet(handle, personId, duty.kind(), duty.ref(), staff.id(), at, proof)) {
                throw new Refused(Problems.FORM, "duties.error.not-open");
            }
            log.record(
                    handle,
                    staff.id(),
                    personId,
                    at,
                    CaseEntry.of("duties.log.met")
                            .word(DutyKind.words(duty.kind()))
                            .text(proof)
                            .leadingTo("/people/" + personId + "/duties"));
            audit.record(handle, staff.id(), "duties.meet", personId, "", Map.of("duty", duty.kind()));
            return dutyId;
        }));
    }

    /** Declares a period for the own organisation and all below, from {@code name}, {@code firstDay}, {@code lastDay}, {@code everyDays}. */
    public Outcome<Long> declare(Staff staff, Form form) {
        return followed(Outcome.of(() -> jdbi.inTransaction(handle -> {
            Fields fields = new Fields();
            String name = fields.text("name", form.text("name"), 60);
            LocalDate first = fields.date("firstDay", form.text("firstDay"));
            LocalDate last = fields.date("lastDay", form.text("lastDay"));
            int every = fields.integer("everyDays", form.text("everyDays"), 1, 31);
            LocalDate today =
                    LocalDate.ofInstant(clock.instant(), staff.organisation().zone());
            if (!fields.has("lastDay") && last.isBefore(first)) {
                fields.problem("lastDay", "duties.error.reversed");
            } else if (!fields.has("lastDay") && last.isBefore(today)) {
                fields.problem("lastDay", "duties.error.over");
            } else if (!fields.has("firstDay") && first.plusDays(DAYS_MAX).isBefore(last)) {
                fields.problem("lastDay", "duties.error.long", DAYS_MAX);
            }
            Optional<String> hours = plans.read(handle, staff, form, fields);
            fields.refuseIfAny();
            long id = SensitiveStore.insert(handle, staff, name, first, last, every, hours);
            audit.record(
                    handle,
                    staff.id(),
                    "duties.sensitive",
                    null,
                    "",
                    Map.of("from", first, "to", last, "plans", hours.isPresent()));
            return id;
        })));
    }

    private Outcome<Long> followed(Outcome<Long> outcome) {
        if (outcome instanceof Outcome.Ok<Long>) {
            plans.follow();
        }
        return outcome;
    }

    /** What periods ask of phones' plans, in words. */
    PeriodPlans plans() {
        return plans;
    }

    /** Ends a period of the own subtree before its last day; the checks it still asks for are dropped. */
    public Outcome<Long> end(Staff staff, long periodId) {
        return followed(Outcome.of(() -> jdbi.inTransaction(handle -> {
            if (!SensitiveStore.end(handle, staff, periodId, clock.instant())) {
                throw new Refused(Problems.FORM, "duties.error.period.unknown");
            }
            audit.record(handle, staff.id(), "duties.sensitive-end", null, "", Map.of());
            return periodId;
        })));
    }

    List<SensitivePeriod> periods(Staff staff) {
        return jdbi.withHandle(handle -> SensitiveStore.list(handle, staff));
    }

    /** Of a day, what was done today counts now, and what was done earlier at that day's end. */
    private static Instant metAt(LocalDate day, Instant now, Person person) {
        Instant end = day.plusDays(1).atStartOfDay(person.zone()).toInstant().minusSeconds(1);
        return end.isBefore(now) ? end : now;
    }
}
