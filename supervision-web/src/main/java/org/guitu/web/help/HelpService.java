package org.guitu.web.help;

import java.time.InstantSource;
import java.time.LocalDate;
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

/** Records needs and relief. Each method is one transaction. */
public final class HelpService {

    private static final int YUAN_MAX = 10_000_000;

    private final Jdbi jdbi;
    private final Audit audit;
    private final InstantSource clock;
    private final CaseLog log = new CaseLog();

    public HelpService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** All help for a person; empty where the reader may not see the person. */
    Optional<HelpFile> find(Staff reader, long personId) {
        return jdbi.inTransaction(handle -> PersonStore.find(handle, reader, personId)
                .map(person -> HelpFile.read(handle, person, clock.instant())));
    }

    /** Records what holds from now on, from {@code answer} and {@code evidence}. */
    public Outcome<Long> answer(Staff staff, long personId, Form form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            lock(handle, staff, personId);
            Fields fields = new Fields();
            Need.Answer answer = fields.choice("answer", form.text("answer"), Need.Answer.class);
            String evidence = answer.wantsEvidence()
                    ? fields.text("evidence", form.text("evidence"), 500)
                    : fields.optionalText("evidence", form.text("evidence"), 500);
            fields.refuseIfAny();
            FactStore.replace(handle, personId, answer, evidence, clock.instant(), staff.id());
            note(
                    handle,
                    staff,
                    personId,
                    CaseEntry.of("help.log.answer")
                            .word("help.need." + answer.need())
                            .word("help.answer." + answer));
            audit.record(handle, staff.id(), "help.answer", personId, "", Map.of("answer", answer.name()));
            return personId;
        }));
    }

    /** Records something given, from {@code kind}, {@code day}, {@code yuan}, {@code giver} and {@code note}. */
    public Outcome<Long> relieve(Staff staff, long personId, Form form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Fields fields = new Fields();
            Relief.Kind kind = fields.choice("kind", form.text("kind"), Relief.Kind.class);
            LocalDate day = pastDay("day", form.text("day"), person, fields);
            Optional<Integer> yuan = form.text("yuan").isEmpty()
                    ? Optional.empty()
                    : Optional.of(fields.integer("yuan", form.text("yuan"), 1, YUAN_MAX));
            String giver = fields.text("giver", form.text("giver"), 120);
            String note = fields.optionalText("note", form.text("note"), 500);
            if (kind == Relief.Kind.CASH && !fields.has("kind") && yuan.isEmpty()) {
                fields.problem("yuan", "ui.form.required");
            }
            fields.refuseIfAny();
            long id = ReliefStore.insert(handle, personId, kind, day, yuan, giver, note, staff.id());
            note(
                    handle,
                    staff,
                    personId,
                    CaseEntry.of("help.log.relief")
                            .word("help.relief." + kind)
                            .day(day)
                            .text(giver));
            audit.record(handle, staff.id(), "help.relief", personId, "", Map.of("relief", id));
            return id;
        }));
    }

    /** Withdraws relief entered by mistake. */
    public Outcome<Long> withdrawRelief(Staff staff, long personId, long reliefId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            lock(handle, staff, personId);
            if (!ReliefStore.withdraw(handle, personId, reliefId, staff.id())) {
                throw new Refused(Problems.FORM, "help.error.unknown");
            }
            note(handle, staff, personId, CaseEntry.of("help.log.relief-withdrawn"));
            audit.record(handle, staff.id(), "help.relief-withdraw", personId, "", Map.of("relief", reliefId));
            return reliefId;
        }));
    }

    private LocalDate pastDay(String field, String raw, Person person, Fields fields) {
        LocalDate day = fields.date(field, raw);
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), person.zone()))) {
            fields.problem(field, "help.error.future");
        }
        return day;
    }

    private void note(Handle handle, Staff staff, long personId, CaseEntry entry) {
        log.record(handle, staff.id(), personId, clock.instant(), entry.leadingTo("/people/" + personId + "/help"));
    }

    private static Person lock(Handle handle, Staff staff, long personId) {
        return PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
    }
}
