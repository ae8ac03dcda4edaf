package org.guitu.web.people;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.ScopePlans;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.limits.Limits;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Creates and changes people. Each method is one transaction: either everything it was asked took effect, or nothing. Who may call what
 * is the routes' business; whom one may see is checked here, and what one may not see is refused as not being there.
 */
public final class PeopleService {

    private final Jdbi jdbi;
    private final Audit audit;
    private final CaseLog log = new CaseLog();
    private final InstantSource clock;
    private final Enrolment enrolment;
    private final List<ReleaseListener> releaseListeners;
    private final List<TermListener> termListeners;

    public PeopleService(
            Jdbi jdbi,
            Audit audit,
            InstantSource clock,
            List<ReleaseListener> releaseListeners,
            List<TermListener> termListeners) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
        this.enrolment = new Enrolment(audit, clock);
        this.releaseListeners = List.copyOf(releaseListeners);
        this.termListeners = List.copyOf(termListeners);
    }

    /** Records a person; answers the person id. The facts hold from the first day of the term, or from now where it is not given. */
    public Outcome<Long> create(Staff staff, PersonForm form) {
        return create(staff, form, false, Optional.empty());
    }

    /**
     * The same, as a caseworker wrote it, perhaps out of something that brought the person: that is told in the same transaction. Whoever is
     * entered as received already, past the steps of the case, was received on a day that is asked for.
     */
    Outcome<Long> create(Staff staff, PersonForm form, Optional<PersonOrigin> origin) {
        PersonForm written =
                form.state().isBlank() ? form.with("state", PersonForm.blank().state()) : form;
        return create(staff, written, written.state().equals(CaseState.ACTIVE.name()), origin);
    }

    private Outcome<Long> create(Staff staff, PersonForm form, boolean askReceived, Optional<PersonOrigin> origin) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            long personId = enrolment.enter(handle, staff, enrolment.checkOne(handle, staff, form, askReceived));
            origin.ifPresent(came -> came.created(handle, staff, personId));
            return personId;
        }));
    }

    /**
     * Changes a person. If someone else has saved since {@code version} was read, the problem {@link Problems#VERSION} says so and nothing
     * is saved: the editor is shown both. Nobody enters or leaves corrections by an edit: that is a step of the case. Another category of
     * the same kind wants a reason.
     */
    public Outcome<Long> edit(Staff staff, long personId, int version, PersonForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person before = lock(handle, staff, personId);
            if (before.version() != version) {
                throw new Refused(Problems.VERSION, "people.error.overtaken");
            }
            Fields fields = new Fields();
            PersonDraft draft = PersonDraft.read(readAnew(before, form), fields, today(staff));
            checkUnique(handle, draft, personId, fields);
            boolean otherTerm = !before.termFrom().equals(draft.termFrom())
                    || !before.termTo().equals(draft.termTo());
            if (otherTerm && PersonTerm.reckoned(handle, personId)) {
                fields.problem("termTo", "people.error.term-reckoned");
            }
            String categoryReason = PersonChanges.categoryReason(before, draft, form, fields);
            boolean turnsMinor = !before.minor()
                    && !(before.bornOn().equals(draft.bornOn())
                            && before.termFrom().equals(draft.termFrom()))
                    && reckonedMinor(handle, staff, draft);
            if (turnsMinor && !staff.may(Permission.VIEW_MINORS)) {
                fields.problem("bornOn", "people.error.minor-permission");
            }
            fields.refuseIfAny();
            if (turnsMinor) {
                Minority.set(handle, personId, true, "", staff.id());
            }
            Instant now = clock.instant();
            PersonStore.update(handle, personId, draft, staff.id());
            Facts.category(handle, personId, draft.category(), now, staff.id());
            Facts.supervisionClass(handle, personId, draft.supervisionClass(), now, staff.id());
            PersonStore.personTokens(handle, personId, draft);
            if (otherTerm) {
                draft.termTo()
                        .ifPresent(
                                last -> termListeners.forEach(listener -> listener.set(handle, staff, before, last)));
            }
            PersonChanges.log(handle, staff, before, draft, categoryReason, now, log);
            audit.record(handle, staff.id(), "people.edit", personId, "", Map.of("version", version + 1));
            return personId;
        }));
    }

    /** Makes an organisation of the own subtree, and optionally one of its staff, responsible from now on. */
    public Outcome<Long> assign(Staff staff, long personId, String organisationId, String officerId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            lock(handle, staff, personId);
            Fields fields = new Fields();
            Optional<Responsible> responsible = Responsible.read(handle, staff, organisationId, officerId, fields);
            fields.refuseIfAny();
            Responsible who = responsible.orElseThrow();
            Facts.assignment(handle, personId, who.organisationId(), who.officerId(), clock.instant(), staff.id());
            audit.record(
                    handle, staff.id(), "people.assign", personId, "", Map.of("organisation", who.organisationId()));
            log.record(
                    handle,
                    staff.id(),
                    personId,
                    clock.instant(),
                    CaseEntry.of("people.log.assigned").text(organisationName(handle, who.organisationId())));
            return personId;
        }));
    }

    /**
     * Tells everyone concerned, within the caller's transaction, that a person has left corrections: nothing may be collected or demanded
     * any more.
     */
    public void left(Handle handle, Staff staff, long personId, Instant at) {
        releaseListeners.forEach(listener -> listener.released(handle, staff, personId, at));
    }

    /** Hands a file over to another organisation from a day on, within the caller's transaction, who has seen to it that it may. */
    public void moved(Handle handle, Staff staff, Person person, long organisationId, LocalDate on) {
        long personId = person.id();
        Instant from = PersonStates.asOf(person, on, clock.instant());
        Facts.assignment(
                handle,
                personId,
                organisationId,
                Optional.empty(),
                Facts.notBefore(handle, "assignment", personId, from),
                staff.id());
        audit.record(handle, staff.id(), "people.assign", personId, "", Map.of("organisation", organisationId));
        log.record(
                handle,
                staff.id(),
                personId,
                clock.instant(),
                CaseEntry.of("people.log.assigned").text(organisationName(handle, organisationId)));
    }

    /** Says that a person is or is not to be treated as a minor, for a reason the dates do not tell. */
    public Outcome<Long> setMinor(Staff staff, long personId, boolean minor, String reason) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person before = lock(handle, staff, personId);
            Fields fields = new Fields();
            String words = fields.text("reason", reason, 300);
            if (before.minor() == minor) {
                fields.problem(Problems.FORM, "people.error.minor-same");
            }
            fields.refuseIfAny();
            Minority.set(handle, personId, minor, words, staff.id());
            audit.record(handle, staff.id(), "people.minor", personId, "", Map.of("minor", minor));
            log.record(
                    handle,
                    staff.id(),
                    personId,
                    clock.instant(),
                    CaseEntry.of(minor ? "people.log.minor" : "people.log.not-minor")
                            .text(words));
            return personId;
        }));
    }

    /** Those on the books who may be the person of this form; nobody while the form's name or birth date cannot be read. */
    public Similar similar(Staff staff, PersonForm form) {
        PersonDraft draft = PersonDraft.read(form, new Fields(), today(staff));
        return jdbi.withHandle(
                handle -> Acquaintances.of(handle, staff, List.of(draft)).to(draft));
    }

    public Optional<Person> find(Staff staff, long personId) {
        return jdbi.withHandle(handle -> PersonStore.find(handle, staff, personId));
    }

    /** The newest photograph on the file of a person whom the reader was found to see. */
    Optional<Long> photo(long personId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select max(photo_id) from supervision.person_photo where person_id = :person and withdrawn_at is null")
                .bind("person", personId)
                .mapTo(Long.class)
                .findOne());
    }

    /** Leaves word that someone opened a person's file. */
    public void opened(Staff staff, long personId) {
        jdbi.useTransaction(handle -> audit.record(handle, staff.id(), "people.open", personId, "", Map.of()));
    }

    public Found search(Staff staff, PersonQuery query) {
        return jdbi.inTransaction(handle -> {
            ScopePlans.each(handle);
            return PersonSearch.search(handle, staff, query);
        });
    }

    /** The whole of whom a search finds, at most so many, in the order of the list. */
    public List<Person> list(Staff staff, PersonQuery query, int max) {
        return jdbi.inTransaction(handle -> {
            ScopePlans.each(handle);
            return PersonStore.list(handle, staff, PersonSearch.ids(handle, staff, query, max));
        });
    }

    /** What a service refuses with where the person is not there for the acting staff. */
    public static Refused unknown() {
        return new Refused("personId", "people.error.unknown");
    }

    /** Whether the dates make the person a minor on the day the term begins, or today. */
    private boolean reckonedMinor(Handle handle, Staff staff, PersonDraft draft) {
        LocalDate today = today(staff);
        int age = Limits.of(handle, staff.organisation().id()).value(Minority.AGE, today);
        return draft.reckonedMinor(today, age);
    }

    /** The form, with the reading of a new name in place of that of the old one, unless someone corrected that. */
    private static PersonForm readAnew(Person before, PersonForm form) {
        boolean untouched = form.latinName().equals(before.latinName())
                && before.latinName().equals(Pinyin.of(before.name()));
        return untouched && !form.name().equals(before.name()) ? form.with("latinName", "") : form;
    }

    private static Person lock(Handle handle, Staff staff, long personId) {
        return PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
    }

    private static void checkUnique(Handle handle, PersonDraft draft, long personId, Fields fields) {
        if (PersonStore.taken(handle, "case_number", draft.caseNumber(), personId)) {
            fields.problem("caseNumber", "people.error.case-number-taken");
        }
        if (draft.identityNumber().isPresent()
                && PersonStore.taken(
                        handle, "identity_number", draft.identityNumber().get(), personId)) {
            fields.problem("identityNumber", "people.error.identity-number-taken");
        }
    }

    private static String organisationName(Handle handle, long organisationId) {
        return handle.createQuery("select name from supervision.organisation where organisation_id = :id")
                .bind("id", organisationId)
                .mapTo(String.class)
                .one();
    }

    private LocalDate today(Staff staff) {
        return LocalDate.ofInstant(clock.instant(), staff.organisation().zone());
    }
}
