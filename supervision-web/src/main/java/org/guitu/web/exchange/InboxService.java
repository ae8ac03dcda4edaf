package org.guitu.web.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.people.Category;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.PersonSource;
import org.guitu.web.people.PersonStore;
import org.guitu.web.people.Sex;
import org.guitu.web.sentence.BodyKind;
import org.guitu.web.sentence.Decisions;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What staff do with the messages that came in. Each method is one transaction. */
public final class InboxService implements PersonSource {

    private static final int ACT_MAX = 500;

    private final Jdbi jdbi;
    private final Audit audit;
    private final InstantSource clock;
    private final InboxLinks links = new InboxLinks();

    public InboxService(Jdbi jdbi, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    List<InboxEntry> list(Staff staff, boolean open, long before, int limit) {
        return jdbi.withHandle(handle -> InboxStore.list(handle, staff, open, before, limit));
    }

    List<InboxEntry> ofPerson(Staff staff, long personId, int limit) {
        return jdbi.withHandle(handle -> InboxStore.ofPerson(handle, staff, personId, limit));
    }

    /** One message; that it was opened is left in the audit. */
    Optional<InboxEntry> open(Staff staff, long inboxId) {
        return jdbi.inTransaction(handle -> {
            Optional<InboxEntry> found = InboxStore.find(handle, staff, inboxId);
            found.ifPresent(entry -> audit.record(
                    handle,
                    staff.id(),
                    "exchange.open",
                    entry.personId().orElse(null),
                    "",
                    Map.of("message", inboxId)));
            return found;
        });
    }

    /** Notes that somebody who acts has read it. */
    public Outcome<Long> read(Staff staff, long inboxId) {
        return act(staff, inboxId, (handle, entry) -> {
            InboxStore.read(handle, inboxId, clock.instant(), staff.id());
            audit.record(
                    handle, staff.id(), "exchange.read", entry.personId().orElse(null), "", Map.of("message", inboxId));
        });
    }

    /** Says whom it is about; a link that named somebody else is corrected. */
    public Outcome<Long> link(Staff staff, long inboxId, String caseNumber) {
        return act(staff, inboxId, (handle, entry) -> {
            Fields fields = new Fields();
            String number = fields.text("caseNumber", caseNumber, 40);
            Optional<Long> personId =
                    number.isEmpty() ? Optional.empty() : InboxStore.personOfCase(handle, staff, number);
            if (!number.isEmpty() && personId.isEmpty()) {
                fields.problem("caseNumber", "exchange.error.no-person");
            }
            fields.refuseIfAny();
            link(handle, staff, entry, personId.orElseThrow());
        });
    }

    /** Notes what was done about it, which ends the duty it opened. */
    public Outcome<Long> acted(Staff staff, long inboxId, String what) {
        return act(staff, inboxId, (handle, entry) -> {
            Fields fields = new Fields();
            String act = fields.text("act", what, ACT_MAX);
            if (entry.state() == InboxEntry.State.ACTED) {
                fields.problem(Problems.FORM, "exchange.error.acted");
            }
            if (entry.kind().wantsAnswer() && entry.personId().isEmpty()) {
                fields.problem(Problems.FORM, "exchange.error.link-first");
            }
            fields.refuseIfAny();
            done(handle, staff, entry, act);
        });
    }

    @Override
    public String name() {
        return "exchange";
    }

    @Override
    public Optional<PersonForm> prefill(Staff staff, long id) {
        return jdbi.withHandle(handle -> InboxStore.find(handle, staff, id))
                .filter(entry -> entry.kind().bringsPerson() && entry.personId().isEmpty())
                .map(InboxService::form);
    }

    @Override
    public void created(Handle handle, Staff staff, long id, long personId) {
        InboxEntry entry = InboxStore.lock(handle, staff, id)
                .filter(found -> found.kind().bringsPerson() && found.personId().isEmpty())
                .orElseThrow(() -> new Refused(Problems.FORM, "exchange.error.unknown"));
        link(handle, staff, entry, personId);
        decision(handle, staff, entry, personId);
        done(
                handle,
                staff,
                InboxStore.find(handle, staff, id).orElseThrow(),
                entry.about().caseNumber());
    }

    /** What the message says of the decision is not typed again. */
    private void decision(Handle handle, Staff staff, InboxEntry entry, long personId) {
        Optional<BodyKind> body = switch (entry.partnerKind()) {
            case COURT -> Optional.of(BodyKind.COURT);
            case PRISON -> Optional.of(BodyKind.PRISON_ADMINISTRATION);
            case POLICE -> Optional.of(BodyKind.POLICE);
            case PROCURATORATE, CORRECTIONS -> Optional.empty();
        };
        Optional<LocalDate> day = entry.body().day();
        if (body.isEmpty() || day.isEmpty()) {
            return;
        }
        Person person = PersonStore.find(handle, staff, personId).orElseThrow(PeopleService::unknown);
        Decisions.enter(
                handle,
                staff,
                person,
                body.get(),
                entry.partnerName(),
                entry.body().documentNumber().orElse(entry.about().caseNumber()),
                day.get(),
                LocalDate.ofInstant(entry.receivedAt(), person.zone()),
                clock.instant());
    }

    private static PersonForm form(InboxEntry entry) {
        Optional<PersonFacts> facts = entry.body().person();
        return PersonForm.blank()
                .with("caseNumber", entry.about().caseNumber())
                .with("name", entry.about().name())
                .with("sex", text(facts.flatMap(PersonFacts::sex).map(Sex::name)))
                .with("bornOn", text(facts.flatMap(PersonFacts::bornOn)))
                .with("identityNumber", entry.about().identityNumber().orElse(""))
                .with("phone", text(facts.flatMap(PersonFacts::phone)))
                .with("address", text(facts.flatMap(PersonFacts::address)))
                .with("category", text(facts.flatMap(PersonFacts::category).map(Category::name)))
                .with("termFrom", text(facts.flatMap(PersonFacts::termFrom)))
                .with("termTo", text(facts.flatMap(PersonFacts::termTo)))
                .with("note", entry.body().text().orElse(""));
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private void link(Handle handle, Staff staff, InboxEntry entry, long personId) {
        if (entry.personId().isPresent() && entry.personId().get() == personId) {
            return;
        }
        Person person = PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
        Instant now = clock.instant();
        if (entry.personId().isPresent()) {
            links.unlink(handle, entry, now, staff.id());
        }
        links.link(handle, person, entry.id(), entry.kind(), entry.partnerName(), now, staff.id());
        audit.record(handle, staff.id(), "exchange.link", personId, "", Map.of("message", entry.id()));
    }

    private void done(Handle handle, Staff staff, InboxEntry entry, String act) {
        Instant now = clock.instant();
        InboxStore.acted(handle, entry.id(), act, now, staff.id());
        links.acted(handle, entry, act, now, staff.id());
        audit.record(
                handle, staff.id(), "exchange.act", entry.personId().orElse(null), "", Map.of("message", entry.id()));
    }

    private interface Work {
        void on(Handle handle, InboxEntry entry);
    }

    private Outcome<Long> act(Staff staff, long inboxId, Work work) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            InboxEntry entry = InboxStore.lock(handle, staff, inboxId)
                    .filter(found -> staff.may(Permission.VIEW_EXCHANGE))
                    .orElseThrow(() -> new Refused(Problems.FORM, "exchange.error.unknown"));
            work.on(handle, entry);
            return inboxId;
        }));
    }
}
