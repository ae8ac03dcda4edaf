package org.guitu.web.resettlement;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.OrganisationStore;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.calendar.LegalDays;
import org.guitu.web.calendar.WorkCalendars;
import org.guitu.web.exchange.InmateMessages;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.limits.Figure;
import org.guitu.web.limits.Limit;
import org.guitu.web.limits.Limits;
import org.guitu.web.people.Category;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.PersonSource;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Takes what prisons tell of inmates, has it verified, and makes a person of ours out of what was found right. */
public final class InmateService implements PersonSource {

    static final Limit VERIFY_DAYS = Limit.of("resettlement.verify-days");

    private final Jdbi jdbi;
    private final ResettlementService resettlements;
    private final InmateMessages messages;
    private final Audit audit;
    private final InstantSource clock;

    public InmateService(
            Jdbi jdbi, ResettlementService resettlements, InmateMessages messages, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.resettlements = resettlements;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** Records what was told; answers the id. By when it is to be verified follows from the figure of the place. */
    public Outcome<Long> receive(Staff staff, InmateForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Fields fields = new Fields();
            InmateDraft draft = InmateDraft.read(form, today(staff), fields);
            Organisation place = place(handle, staff, form.organisationId(), fields);
            Optional<Long> message = form.message().isBlank()
                    ? Optional.empty()
                    : messages.find(handle, staff, form.message()).map(InmateMessages.Told::messageId);
            if (message.isEmpty() && !form.message().isBlank()) {
                fields.problem(Problems.FORM, "resettlement.error.unknown");
            }
            fields.refuseIfAny();
            LocalDate verifyBy = verifyBy(handle, place, draft.receivedOn());
            long id = InmateStore.insert(handle, draft, place.id(), message.orElse(null), verifyBy, staff.id());
            message.ifPresent(inbox -> messages.taken(handle, staff, inbox));
            audit.record(handle, staff.id(), "resettlement.inmate", null, "", Map.of("inmate", id));
            return id;
        }));
    }

    /** Says whether it is right. Until the person is taken in a mistake is mended by saying so again. */
    public Outcome<Long> verify(Staff staff, long inmateId, String rawState, String rawFinding) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Inmate inmate = lock(handle, staff, inmateId);
            Fields fields = new Fields();
            Inmate.State state = fields.choice("state", rawState, Inmate.State.class);
            String finding = fields.text("finding", rawFinding, 500);
            if (state == Inmate.State.RECEIVED) {
                fields.problem("state", "ui.form.choose");
            }
            if (inmate.personId().isPresent()) {
                fields.problem(Problems.FORM, "resettlement.error.taken-in");
            }
            fields.refuseIfAny();
            InmateStore.verify(handle, inmateId, state, finding, today(staff), staff.id());
            audit.record(
                    handle,
                    staff.id(),
                    "resettlement.verify",
                    null,
                    "",
                    Map.of("inmate", inmateId, "state", state.name()));
            return inmateId;
        }));
    }

    Optional<Inmate> find(Staff staff, long inmateId) {
        return jdbi.withHandle(handle -> InmateStore.find(handle, staff, inmateId));
    }

    /** What a message says, to fill the form. */
    Optional<InmateMessages.Told> told(Staff staff, String message) {
        return jdbi.withHandle(handle -> messages.find(handle, staff, message));
    }

    List<Inmate> toVerify(Staff staff, int limit) {
        return jdbi.withHandle(handle -> InmateStore.toVerify(handle, staff, limit));
    }

    List<Inmate> toTakeIn(Staff staff, int limit) {
        return jdbi.withHandle(handle -> InmateStore.toTakeIn(handle, staff, limit));
    }

    @Override
    public String name() {
        return "inmate";
    }

    @Override
    public Optional<PersonForm> prefill(Staff staff, long id) {
        return find(staff, id).filter(InmateService::toBeTakenIn).map(InmateService::form);
    }

    @Override
    public void created(Handle handle, Staff staff, long id, long personId) {
        Inmate inmate = InmateStore.lock(handle, staff, id)
                .filter(InmateService::toBeTakenIn)
                .orElseThrow(() -> new Refused(Problems.FORM, "resettlement.error.unknown"));
        var person = PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
        if (person.category() != Category.RELEASED) {
            throw new Refused("category", "resettlement.error.not-released");
        }
        InmateStore.takenIn(handle, id, personId);
        resettlements.begin(handle, staff, person, Origin.PRISON, inmate.expectedOn(), inmate.keyReasons(), id);
    }

    private static boolean toBeTakenIn(Inmate inmate) {
        return inmate.state() == Inmate.State.VERIFIED && inmate.personId().isEmpty();
    }

    private static PersonForm form(Inmate inmate) {
        return PersonForm.blank()
                .with("name", inmate.name())
                .with("sex", inmate.sex().name())
                .with("bornOn", inmate.bornOn().map(LocalDate::toString).orElse(""))
                .with("identityNumber", inmate.identityNumber().orElse(""))
                .with("address", inmate.address())
                .with("category", Category.RELEASED.name())
                .with("note", inmate.note())
                .with("organisationId", Long.toString(inmate.organisationId()));
    }

    private static LocalDate verifyBy(Handle handle, Organisation place, LocalDate receivedOn) {
        Figure figure = Limits.of(handle, place.id()).get(VERIFY_DAYS, receivedOn);
        LegalDays days = WorkCalendars.legalDays(handle, place.id());
        return figure.unit() == Figure.Unit.WORKING_DAYS
                ? days.lastWorkingDay(receivedOn, figure.value())
                : days.lastDay(receivedOn, figure.value());
    }

    private static Organisation place(Handle handle, Staff staff, String raw, Fields fields) {
        if (raw.isBlank()) {
            return staff.organisation();
        }
        Optional<Organisation> place = raw.strip().matches("\\d{1,18}")
                ? new OrganisationStore().find(handle, staff.scope(), Long.parseLong(raw.strip()))
                : Optional.empty();
        if (place.isEmpty()) {
            fields.problem("organisationId", "ui.form.choose");
        }
        return place.orElse(staff.organisation());
    }

    private static Inmate lock(Handle handle, Staff staff, long inmateId) {
        return InmateStore.lock(handle, staff, inmateId)
                .orElseThrow(() -> new Refused(Problems.FORM, "resettlement.error.unknown"));
    }

    private LocalDate today(Staff staff) {
        return LocalDate.ofInstant(clock.instant(), staff.organisation().zone());
    }
}
