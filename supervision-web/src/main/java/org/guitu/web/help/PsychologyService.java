package org.guitu.web.help;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Permission;
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

/**
 * Keeps the psychological file. Only those who work on the case open it, and each opening leaves an audit row; the timeline says that there
 * was an entry and nothing of what it says.
 */
public final class PsychologyService {

    private final Jdbi jdbi;
    private final Audit audit;
    private final InstantSource clock;
    private final CaseLog log = new CaseLog();

    public PsychologyService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether someone works on cases, and so may open the file. */
    static boolean mayOpen(Staff reader) {
        return reader.may(Permission.VIEW_PEOPLE)
                && (reader.may(Permission.EDIT_PEOPLE) || reader.may(Permission.RECORD_WORK));
    }

    /** The file with the person it is about. */
    record Opened(Person person, List<Psychology> entries, LocalDate today) {}

    /** Opens the file; empty where the reader may not see the person. */
    Optional<Opened> open(Staff reader, long personId) {
        return jdbi.inTransaction(handle -> PersonStore.find(handle, reader, personId)
                .map(person -> {
                    audit.record(handle, reader.id(), "help.psychology-open", personId, "", Map.of());
                    return new Opened(
                            person,
                            PsychologyStore.ofPerson(handle, personId),
                            LocalDate.ofInstant(clock.instant(), person.zone()));
                }));
    }

    /** Adds an entry, from {@code kind}, {@code day}, {@code instrument}, {@code level}, {@code summary} and {@code nextOn}. */
    public Outcome<Long> add(Staff staff, long personId, Form form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Fields fields = new Fields();
            Psychology entry = read(person, form, fields);
            fields.refuseIfAny();
            long id = PsychologyStore.insert(handle, personId, entry, staff.id());
            note(handle, staff, personId, CaseEntry.of("help.log.psychology").word("help.psychology." + entry.kind()));
            audit.record(handle, staff.id(), "help.psychology", personId, "", Map.of("entry", id));
            return id;
        }));
    }

    /** Withdraws an entry made by mistake. */
    public Outcome<Long> withdraw(Staff staff, long personId, long entryId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            lock(handle, staff, personId);
            if (!PsychologyStore.withdraw(handle, personId, entryId, staff.id())) {
                throw new Refused(Problems.FORM, "help.error.unknown");
            }
            note(handle, staff, personId, CaseEntry.of("help.log.psychology-withdrawn"));
            audit.record(handle, staff.id(), "help.psychology-withdraw", personId, "", Map.of("entry", entryId));
            return entryId;
        }));
    }

    private Psychology read(Person person, Form form, Fields fields) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), person.zone());
        Psychology.Kind kind = fields.choice("kind", form.text("kind"), Psychology.Kind.class);
        boolean assessment = kind == Psychology.Kind.ASSESSMENT && !fields.has("kind");
        LocalDate day = fields.date("day", form.text("day"));
        if (day.isAfter(today)) {
            fields.problem("day", "help.error.future");
        }
        String instrument = assessment
                ? fields.text("instrument", form.text("instrument"), 80)
                : fields.optionalText("instrument", form.text("instrument"), 80);
        Optional<Psychology.Level> level = fields.optionalChoice("level", form.text("level"), Psychology.Level.class);
        if (assessment && level.isEmpty()) {
            fields.problem("level", "ui.form.choose");
        }
        Optional<LocalDate> nextOn = fields.optionalDate("nextOn", form.text("nextOn"));
        if (nextOn.filter(next -> !next.isAfter(day)).isPresent()) {
            fields.problem("nextOn", "help.error.next");
        }
        return new Psychology(
                0,
                kind,
                day,
                instrument,
                kind == Psychology.Kind.ASSESSMENT ? level : Optional.empty(),
                fields.text("summary", form.text("summary"), 4000),
                nextOn,
                "");
    }

    private void note(Handle handle, Staff staff, long personId, CaseEntry entry) {
        log.record(handle, staff.id(), personId, clock.instant(), entry);
    }

    private static Person lock(Handle handle, Staff staff, long personId) {
        return PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
    }
}
