package org.guitu.web.sentence;

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
import org.guitu.web.limits.Limits;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.guitu.web.people.PersonTerm;
import org.guitu.web.people.TermListener;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Records decision papers, injunctions and the term. Each method is one transaction; {@code version} is that which the editor read, and who
 * was overtaken is told so ({@link Problems#VERSION}).
 */
public final class SentenceService {

    private final Jdbi jdbi;
    private final Audit audit;
    private final CaseLog log = new CaseLog();
    private final InstantSource clock;
    private final List<TermListener> listeners;

    public SentenceService(Jdbi jdbi, Audit audit, InstantSource clock, List<TermListener> listeners) {
        this.listeners = List.copyOf(listeners);
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everything on file of a person whom the reader may see. */
    public SentenceFile file(Staff reader, long personId) {
        return jdbi.withHandle(handle -> PersonStore.find(handle, reader, personId)
                .map(person -> new SentenceFile(
                        DecisionStore.standing(handle, personId),
                        InjunctionStore.standing(handle, personId),
                        TermStore.versions(handle, personId)))
                .orElse(SentenceFile.EMPTY));
    }

    public List<Decision> decisions(Staff reader, long personId, long decisionId) {
        return visible(reader, personId, handle -> DecisionStore.versions(handle, personId, decisionId));
    }

    public List<Injunction> injunctions(Staff reader, long personId, long injunctionId) {
        return visible(reader, personId, handle -> InjunctionStore.versions(handle, personId, injunctionId));
    }

    public Outcome<Long> addDecision(Staff staff, long personId, DecisionForm form) {
        return act(staff, personId, (handle, person) -> {
            DecisionDraft draft = read(handle, staff, person, form);
            long id = DecisionStore.insert(handle, personId, draft, staff.id());
            note(handle, staff, person, "decision", id, words("sentence.log.decision", draft));
            return id;
        });
    }

    public Outcome<Long> changeDecision(Staff staff, long personId, long decisionId, int version, DecisionForm form) {
        return act(staff, personId, (handle, person) -> {
            Decision before = standing(DecisionStore.versions(handle, personId, decisionId));
            if (before.withdrawn().isPresent()) {
                throw new Refused(Problems.FORM, "sentence.error.withdrawn");
            }
            checkVersion(before.version(), version);
            DecisionDraft draft = read(handle, staff, person, form);
            DecisionStore.revise(handle, decisionId, version + 1, draft, staff.id());
            note(handle, staff, person, "decision", decisionId, words("sentence.log.decision-changed", draft));
            return decisionId;
        });
    }

    /** Says that an entry was a mistake; it stays visible. */
    public Outcome<Long> withdrawDecision(Staff staff, long personId, long decisionId, String reason) {
        return act(staff, personId, (handle, person) -> {
            Decision before = standing(DecisionStore.versions(handle, personId, decisionId));
            if (before.withdrawn().isPresent()) {
                throw new Refused(Problems.FORM, "sentence.error.withdrawn");
            }
            String words = reason(reason);
            DecisionStore.withdraw(handle, decisionId, words, staff.id());
            CaseEntry entry = CaseEntry.of("sentence.log.decision-withdrawn").text(before.documentNumber());
            note(handle, staff, person, "withdraw", decisionId, entry.text(words));
            return decisionId;
        });
    }

    public Outcome<Long> addInjunction(Staff staff, long personId, InjunctionForm form) {
        return act(staff, personId, (handle, person) -> {
            InjunctionDraft draft = read(person, form);
            long id = InjunctionStore.insert(handle, personId, draft, staff.id());
            note(handle, staff, person, "injunction", id, words("sentence.log.injunction", draft));
            return id;
        });
    }

    public Outcome<Long> changeInjunction(
            Staff staff, long personId, long injunctionId, int version, InjunctionForm form) {
        return act(staff, personId, (handle, person) -> {
            Injunction before = lasting(InjunctionStore.versions(handle, personId, injunctionId));
            checkVersion(before.version(), version);
            InjunctionDraft draft = read(person, form);
            InjunctionStore.revise(handle, injunctionId, version + 1, draft, staff.id());
            note(handle, staff, person, "injunction", injunctionId, words("sentence.log.injunction-changed", draft));
            return injunctionId;
        });
    }

    /** Ends an injunction before its last day, or takes a mistaken one back; from now on it binds no more. */
    public Outcome<Long> endInjunction(Staff staff, long personId, long injunctionId, String reason) {
        return act(staff, personId, (handle, person) -> {
            Injunction before = lasting(InjunctionStore.versions(handle, personId, injunctionId));
            String words = reason(reason);
            InjunctionStore.end(handle, injunctionId, clock.instant(), words, staff.id());
            CaseEntry entry = CaseEntry.of("sentence.log.injunction-ended").text(before.documentNumber());
            note(handle, staff, person, "end-injunction", injunctionId, entry.text(words));
            return injunctionId;
        });
    }

    /**
     * Records the term, or a version that takes its place; the person's first and last day follow.
     *
     * @param version of the term that was read, 0 for none
     */
    public Outcome<Long> setTerm(Staff staff, long personId, int version, TermForm form) {
        return act(staff, personId, (handle, person) -> {
            Optional<Term> before =
                    TermStore.versions(handle, personId).stream().findFirst();
            checkVersion(before.map(Term::version).orElse(0), version);
            Fields fields = new Fields();
            TermDraft draft = TermDraft.read(before, form, credit(handle, person), fields);
            if (!person.category().supervised()) {
                fields.problem(Problems.FORM, "sentence.error.not-supervised");
            }
            fields.refuseIfAny();
            TermStore.insert(handle, personId, draft, staff.id());
            LocalDate first = draft.reckoning().first();
            PersonTerm.set(handle, staff, person, first, draft.lastDay());
            note(
                    handle,
                    staff,
                    person,
                    "term",
                    version + 1,
                    CaseEntry.of("sentence.log.term")
                            .word("sentence.change." + draft.change())
                            .day(first)
                            .day(draft.lastDay()));
            shortenInjunctions(handle, staff, person, draft.lastDay());
            listeners.forEach(listener -> listener.set(handle, staff, person, draft.lastDay()));
            return personId;
        });
    }

    /** None outlasts the term: what would is cut to its last day, and what would begin after it ends now. */
    private void shortenInjunctions(Handle handle, Staff staff, Person person, LocalDate lastDay) {
        for (Injunction one : InjunctionStore.standing(handle, person.id())) {
            if (one.endedAt().isPresent() || !one.lastDay().isAfter(lastDay)) {
                continue;
            }
            if (one.firstDay().isAfter(lastDay)) {
                InjunctionStore.end(handle, one.id(), clock.instant(), "", staff.id());
                CaseEntry entry = CaseEntry.of("sentence.log.injunction-ended").text(one.documentNumber());
                note(handle, staff, person, "end-injunction", one.id(), entry.text(""));
                continue;
            }
            InjunctionDraft cut = InjunctionDraft.until(one, lastDay);
            InjunctionStore.revise(handle, one.id(), one.version() + 1, cut, staff.id());
            note(handle, staff, person, "injunction", one.id(), words("sentence.log.injunction-changed", cut));
        }
    }

    private Outcome<Long> act(Staff staff, long personId, BiFunction<Handle, Person, Long> work) {
        return Outcome.of(() -> jdbi.inTransaction(handle ->
                work.apply(handle, PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown))));
    }

    private <T> List<T> visible(Staff reader, long personId, java.util.function.Function<Handle, List<T>> read) {
        return jdbi.withHandle(handle -> PersonStore.find(handle, reader, personId)
                .map(person -> read.apply(handle))
                .orElse(List.of()));
    }

    private DecisionDraft read(Handle handle, Staff staff, Person person, DecisionForm form) {
        Fields fields = new Fields();
        DecisionDraft draft = DecisionDraft.read(person, form, fields, today(person));
        if (!fields.has("decidedOn")) {
            PersonTerm.decided(handle, staff, person, draft.decidedOn(), today(person), fields);
        }
        fields.refuseIfAny();
        return draft;
    }

    private static InjunctionDraft read(Person person, InjunctionForm form) {
        Fields fields = new Fields();
        InjunctionDraft draft = InjunctionDraft.read(person, form, fields);
        fields.refuseIfAny();
        return draft;
    }

    private static String reason(String raw) {
        Fields fields = new Fields();
        String reason = fields.text("reason", raw, 500);
        fields.refuseIfAny();
        return reason;
    }

    /** What a day held before the judgment counts, for a person of this category. */
    private int credit(Handle handle, Person person) {
        return Limits.of(handle, person.organisationId()).value(TermDraft.credit(person.category()), today(person));
    }

    private static Decision standing(List<Decision> versions) {
        return versions.stream().findFirst().orElseThrow(SentenceService::unknown);
    }

    private static Injunction lasting(List<Injunction> versions) {
        Injunction injunction = versions.stream().findFirst().orElseThrow(SentenceService::unknown);
        if (injunction.endedAt().isPresent()) {
            throw new Refused(Problems.FORM, "sentence.error.ended");
        }
        return injunction;
    }

    private static Refused unknown() {
        return new Refused(Problems.FORM, "sentence.error.unknown");
    }

    private static void checkVersion(int stands, int read) {
        if (stands != read) {
            throw new Refused(Problems.VERSION, "sentence.error.overtaken");
        }
    }

    private static CaseEntry words(String kind, DecisionDraft draft) {
        return CaseEntry.of(kind)
                .text(draft.body())
                .text(draft.documentNumber())
                .day(draft.decidedOn());
    }

    private static CaseEntry words(String kind, InjunctionDraft draft) {
        return CaseEntry.of(kind)
                .text(draft.documentNumber())
                .day(draft.firstDay())
                .day(draft.lastDay());
    }

    private void note(Handle handle, Staff staff, Person person, String action, long id, CaseEntry entry) {
        audit.record(handle, staff.id(), "sentence." + action, person.id(), "", Map.of("id", id));
        log.record(
                handle,
                staff.id(),
                person.id(),
                clock.instant(),
                entry.leadingTo("/people/" + person.id() + "/sentence"));
    }

    private LocalDate today(Person person) {
        return LocalDate.ofInstant(clock.instant(), person.zone());
    }
}
