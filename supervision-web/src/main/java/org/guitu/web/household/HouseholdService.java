package org.guitu.web.household;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps facts about how a person lives. Each method is one transaction; who was overtaken is told so ({@link Problems#VERSION}). */
public final class HouseholdService {

    private final Jdbi jdbi;
    private final Audit audit;
    private final CaseLog log = new CaseLog();
    private final InstantSource clock;

    public HouseholdService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** All facts as they stand, of a person the reader may see. */
    public List<Entry> list(Staff reader, long personId) {
        return jdbi.withHandle(handle -> PersonStore.find(handle, reader, personId)
                .map(person -> EntryStore.standing(handle, personId))
                .orElse(List.of()));
    }

    Optional<Entry> find(Staff reader, long personId, long entryId) {
        return jdbi.withHandle(handle -> PersonStore.find(handle, reader, personId)
                .flatMap(person -> EntryStore.find(handle, personId, entryId)));
    }

    public Outcome<Long> add(Staff staff, long personId, Section section, EntryForm form) {
        return act(staff, personId, (handle, person) -> {
            EntryDraft draft = read(person, section, form);
            long id = EntryStore.next(handle);
            EntryStore.write(handle, personId, id, 1, draft, Optional.empty(), Optional.empty(), staff.id());
            note(handle, staff, person, "added", draft);
            return id;
        });
    }

    /** Changes what was entered wrongly or has become otherwise in a detail. */
    public Outcome<Long> change(Staff staff, long personId, long entryId, int version, EntryForm form) {
        return act(staff, personId, (handle, person) -> {
            Entry before = standing(handle, personId, entryId, version);
            EntryDraft draft = read(person, before.section(), form);
            EntryStore.write(
                    handle, personId, entryId, version + 1, draft, Optional.empty(), Optional.empty(), staff.id());
            note(handle, staff, person, "changed", draft);
            return entryId;
        });
    }

    /** Says that it holds no more after a day, or, where a reason is given, that it never did. */
    public Outcome<Long> end(Staff staff, long personId, long entryId, int version, String lastDay, String mistake) {
        return act(staff, personId, (handle, person) -> {
            Entry before = standing(handle, personId, entryId, version);
            Fields fields = new Fields();
            String reason = fields.optionalText("mistake", mistake, 300);
            Optional<LocalDate> last = fields.optionalDate("lastDay", lastDay);
            if (reason.isEmpty() && last.isEmpty()) {
                fields.problem("lastDay", "ui.form.required");
            }
            last.filter(day -> day.isBefore(before.validFrom()) || day.isAfter(today(person)))
                    .ifPresent(day -> fields.problem("lastDay", "household.error.last-day"));
            fields.refuseIfAny();
            EntryDraft same = EntryDraft.read(before.section(), EntryForm.of(before), new Fields(), today(person));
            boolean wrong = !reason.isEmpty();
            EntryStore.write(
                    handle,
                    personId,
                    entryId,
                    version + 1,
                    same,
                    wrong ? Optional.empty() : last,
                    wrong ? Optional.of(reason) : Optional.empty(),
                    staff.id());
            note(handle, staff, person, wrong ? "withdrawn" : "ended", same);
            return entryId;
        });
    }

    private Outcome<Long> act(Staff staff, long personId, BiFunction<Handle, Person, Long> work) {
        return Outcome.of(() -> jdbi.inTransaction(handle ->
                work.apply(handle, PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown))));
    }

    private static Entry standing(Handle handle, long personId, long entryId, int version) {
        Entry before = EntryStore.find(handle, personId, entryId)
                .orElseThrow(() -> new Refused(Problems.FORM, "household.error.unknown"));
        if (before.version() != version) {
            throw new Refused(Problems.VERSION, "household.error.overtaken");
        }
        if (!before.standing()) {
            throw new Refused(Problems.FORM, "household.error.over");
        }
        return before;
    }

    private EntryDraft read(Person person, Section section, EntryForm form) {
        Fields fields = new Fields();
        EntryDraft draft = EntryDraft.read(section, form, fields, today(person));
        fields.refuseIfAny();
        return draft;
    }

    private void note(Handle handle, Staff staff, Person person, String what, EntryDraft draft) {
        audit.record(
                handle,
                staff.id(),
                "household." + what,
                person.id(),
                "",
                Map.of("section", draft.kind().section().name()));
        CaseEntry entry = CaseEntry.of("household.log." + what)
                .word("household.kind." + draft.kind())
                .text(draft.kind().section() == Section.CONTACT ? draft.phone() : draft.name());
        log.record(
                handle,
                staff.id(),
                person.id(),
                clock.instant(),
                entry.leadingTo("/people/" + person.id() + "/household"));
    }

    private LocalDate today(Person person) {
        return LocalDate.ofInstant(clock.instant(), person.zone());
    }
}
