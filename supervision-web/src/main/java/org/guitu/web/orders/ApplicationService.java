package org.guitu.web.orders;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Permission;
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
import org.guitu.web.people.ReleaseListener;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Applications to locate people by a bracelet: an officer applies, and the head of the county department alone decides, signed in as himself
 * (社区矫正法, article 29). Each method is one transaction; what the law forbids is refused with words and leaves nothing behind.
 */
public final class ApplicationService implements ReleaseListener {

    private static final CaseLog LOG = new CaseLog();

    private final Jdbi jdbi;
    private final Grants grants;
    private final Audit audit;
    private final InstantSource clock;

    ApplicationService(Jdbi jdbi, Grants grants, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether someone may decide on applications of the people he or she sees. */
    public static boolean mayDecide(Staff staff) {
        return staff.may(Permission.APPROVE_AUTHORISATIONS)
                && staff.organisation().level() == Organisation.Level.COUNTY;
    }

    /** Applies to locate someone; answers the application's id. */
    public Outcome<Long> apply(Staff staff, long personId, ApplicationForm form) {
        return apply(staff, personId, Optional.empty(), form);
    }

    /** Applies to renew an authorisation that is not over, from the day after its last. */
    public Outcome<Long> applyToRenew(Staff staff, long personId, long basisId, ApplicationForm form) {
        return apply(staff, personId, Optional.of(basisId), form);
    }

    /** Approves; answers the id of the basis that came of it. */
    public Outcome<Long> approve(Staff staff, long applicationId, DecisionForm form) {
        return decide(staff, applicationId, Application.State.APPROVED, form);
    }

    /** Refuses, with a reason; answers the application's id. */
    public Outcome<Long> refuse(Staff staff, long applicationId, DecisionForm form) {
        return decide(staff, applicationId, Application.State.REFUSED, form);
    }

    /** Takes back what has not been decided; answers the application's id. */
    public Outcome<Long> withdraw(Staff staff, long applicationId, String reason) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Application application = open(handle, staff, applicationId, Application.State.WITHDRAWN);
            Fields fields = new Fields();
            String why = fields.text("reason", reason, 1000);
            fields.refuseIfAny();
            withdraw(handle, staff, application, why, clock.instant());
            return applicationId;
        }));
    }

    public Optional<Application> find(Staff staff, long applicationId) {
        return jdbi.withHandle(handle -> ApplicationStore.find(handle, staff, applicationId));
    }

    /** All applications about a person, newest first. */
    public List<Application> ofPerson(Staff staff, long personId) {
        return jdbi.withHandle(handle -> ApplicationStore.ofPerson(handle, staff, personId));
    }

    /** What waits for a decision, the oldest first. */
    public List<Application> waiting(Staff staff, int limit) {
        return jdbi.withHandle(handle -> ApplicationStore.waiting(handle, staff, limit));
    }

    public long waitingCount(Staff staff) {
        return jdbi.withHandle(handle -> ApplicationStore.waitingCount(handle, staff));
    }

    Instant now() {
        return clock.instant();
    }

    /** The figures that bind an application about this person today. */
    OrderLimits limits(Person person) {
        return jdbi.withHandle(handle -> OrderLimits.of(handle, person, today(person)));
    }

    @Override
    public void released(Handle handle, Staff by, long personId, Instant at) {
        ApplicationStore.ofPerson(handle, by, personId).stream()
                .filter(application -> application.state() == Application.State.PROPOSED)
                .forEach(application -> withdraw(handle, by, application, "released", at));
    }

    private Outcome<Long> apply(Staff staff, long personId, Optional<Long> basisId, ApplicationForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
            Instant now = clock.instant();
            Optional<Basis> before = basisId.map(id -> renewable(handle, personId, id, now));
            LocalDate today = today(person);
            Fields fields = new Fields();
            ApplicationDraft draft = ApplicationDraft.read(
                    person,
                    before,
                    BasisStore.ofPerson(handle, personId),
                    now,
                    form,
                    OrderLimits.of(handle, person, today),
                    today,
                    fields);
            check(handle, staff, person, draft, fields);
            fields.refuseIfAny();
            long id = ApplicationStore.insert(handle, personId, draft, now, staff.id());
            record(handle, staff, "apply", personId, id);
            LOG.record(
                    handle,
                    staff.id(),
                    personId,
                    now,
                    entry("orders.log.applied", draft.ground().orElseThrow(), draft.firstDay(), draft.lastDay(), id));
            return id;
        }));
    }

    private static void check(Handle handle, Staff staff, Person person, ApplicationDraft draft, Fields fields) {
        if (!person.supervised()) {
            fields.problem(Problems.FORM, "orders.error.released");
        }
        if (fields.has("firstDay") || fields.has("lastDay")) {
            return;
        }
        Grants.overlapping(handle, person, BasisKind.AUTHORISATION, draft.firstDay(), draft.lastDay())
                .ifPresent(other -> fields.problem(
                        "firstDay", "orders.error.overlap", other.firstDay(), other.lastDay(), other.documentNumber()));
        ApplicationStore.ofPerson(handle, staff, person.id()).stream()
                .filter(other -> other.state() == Application.State.PROPOSED)
                .filter(other -> other.overlaps(draft.firstDay(), draft.lastDay()))
                .findFirst()
                .ifPresent(
                        other -> fields.problem("firstDay", "orders.error.pending", other.firstDay(), other.lastDay()));
    }

    private Outcome<Long> decide(Staff staff, long applicationId, Application.State state, DecisionForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            if (!mayDecide(staff)) {
                throw new Refused(Problems.FORM, "orders.error.not-head");
            }
            Application application = open(handle, staff, applicationId, state);
            if (application.appliedById() == staff.id()) {
                throw new Refused(Problems.FORM, "orders.error.own");
            }
            Fields fields = new Fields();
            if (form.documentNumber().isBlank()) {
                fields.problem("documentNumber", "orders.error.no-document");
            }
            String document = fields.optionalText("documentNumber", form.documentNumber(), 80);
            boolean refusal = state == Application.State.REFUSED;
            String reason = refusal ? fields.text("reason", form.reason(), 1000) : "";
            Instant now = clock.instant();
            long answer =
                    refusal ? refused(fields, applicationId) : grant(handle, staff, application, document, now, fields);
            ApplicationStore.decide(handle, applicationId, state, now, staff.id(), document, reason);
            record(handle, staff, refusal ? "refuse" : "approve", application.personId(), applicationId);
            LOG.record(
                    handle,
                    staff.id(),
                    application.personId(),
                    now,
                    entry(
                                    refusal ? "orders.log.refused" : "orders.log.approved",
                                    application.ground(),
                                    application.firstDay(),
                                    application.lastDay(),
                                    applicationId)
                            .text(document));
            return answer;
        }));
    }

    private static long refused(Fields fields, long applicationId) {
        fields.refuseIfAny();
        return applicationId;
    }

    /** Everything is looked at again: what was right when it was applied for may not be so now. */
    private long grant(
            Handle handle, Staff staff, Application application, String document, Instant now, Fields fields) {
        Person person = PersonStore.find(handle, staff, application.personId()).orElseThrow(PeopleService::unknown);
        LongestTerm longest =
                OrderLimits.of(handle, person, application.firstDay()).authorisation();
        if (application.lastDay().isBefore(today(person))) {
            fields.problem(Problems.FORM, "orders.error.too-late", application.lastDay());
        } else if (longest.exceeded(application.firstDay(), application.lastDay())) {
            fields.problem(
                    Problems.FORM,
                    "orders.error.too-long",
                    longest.months(),
                    application.firstDay(),
                    longest.lastDay(application.firstDay()));
        }
        person.termTo()
                .filter(application.lastDay()::isAfter)
                .ifPresent(end -> fields.problem(Problems.FORM, "orders.error.beyond-term", end));
        return grants.grant(
                handle,
                staff,
                person,
                BasisDraft.authorisation(person, application, staff.name(), document, now),
                fields);
    }

    private void withdraw(Handle handle, Staff staff, Application application, String reason, Instant at) {
        ApplicationStore.decide(handle, application.id(), Application.State.WITHDRAWN, at, staff.id(), "", reason);
        record(handle, staff, "withdraw", application.personId(), application.id());
        LOG.record(
                handle,
                staff.id(),
                application.personId(),
                at,
                entry(
                        "orders.log.withdrawn",
                        application.ground(),
                        application.firstDay(),
                        application.lastDay(),
                        application.id()));
    }

    /** The application, its person locked, if it can still become what is asked for. */
    private static Application open(Handle handle, Staff staff, long applicationId, Application.State next) {
        Application seen = ApplicationStore.find(handle, staff, applicationId).orElseThrow(ApplicationService::unknown);
        if (PersonStore.lock(handle, staff, seen.personId()).isEmpty()) {
            throw PeopleService.unknown();
        }
        Application application =
                ApplicationStore.find(handle, staff, applicationId).orElseThrow(ApplicationService::unknown);
        if (!application.state().mayBecome(next)) {
            throw new Refused(Problems.FORM, "orders.error.decided");
        }
        return application;
    }

    private static Basis renewable(Handle handle, long personId, long basisId, Instant now) {
        Basis basis = BasisStore.find(handle, basisId)
                .filter(known -> known.personId() == personId)
                .orElseThrow(() -> new Refused(Problems.FORM, "orders.error.unknown"));
        if (!basis.renewable(now)) {
            throw new Refused(Problems.FORM, "orders.error.not-renewable");
        }
        return basis;
    }

    private LocalDate today(Person person) {
        return LocalDate.ofInstant(clock.instant(), person.zone());
    }

    private void record(Handle handle, Staff staff, String act, long personId, long applicationId) {
        audit.record(handle, staff.id(), "orders." + act, personId, "", Map.of("application", applicationId));
    }

    private static CaseEntry entry(String kind, Ground ground, LocalDate first, LocalDate last, long applicationId) {
        return CaseEntry.of(kind)
                .word("orders.ground." + ground)
                .day(first)
                .day(last)
                .leadingTo("/authorisations/" + applicationId);
    }

    private static Refused unknown() {
        return new Refused(Problems.FORM, "orders.error.unknown");
    }
}
