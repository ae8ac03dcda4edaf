package org.guitu.web.orders;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.guitu.ingest.registry.Registry;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.devices.WearingListener;
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
 * Grants, renews and ends the bases for collecting. Each method is one transaction over our rows and admission's; what the law forbids is
 * refused with words and leaves nothing behind.
 */
public final class OrderService implements ReleaseListener {

    private final Jdbi jdbi;
    private final Audit audit;
    private final InstantSource clock;
    private final Covers covers;

    public OrderService(Jdbi jdbi, Registry registry, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
        this.covers = new Covers(registry);
    }

    /** Keeps the bases in step with what people wear; to be given to the device service. */
    public WearingListener wearingListener() {
        return covers;
    }

    /** Records that the county head authorised a bracelet; answers the basis id. */
    public Outcome<Long> authorise(Staff staff, long personId, AuthorisationForm form) {
        return grant(staff, personId, (person, fields) -> BasisDraft.authorisation(person, form, fields));
    }

    /** Records a phone plan; answers the basis id. */
    public Outcome<Long> plan(Staff staff, long personId, PlanForm form) {
        return grant(staff, personId, (person, fields) -> BasisDraft.plan(person, form, fields));
    }

    /** Renews an authorisation from the day after its last; answers the new basis id. */
    public Outcome<Long> renew(Staff staff, long personId, long basisId, RenewalForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Basis before = own(handle, personId, basisId);
            if (before.kind() != BasisKind.AUTHORISATION
                    || before.revoked()
                    || before.endedAt().isPresent()) {
                throw new Refused(Problems.FORM, "orders.error.not-renewable");
            }
            Fields fields = new Fields();
            BasisDraft draft = BasisDraft.renewal(person, before, form, fields);
            return save(handle, staff, person, draft, fields);
        }));
    }

    /** Lifts a basis now, before its last day: it is no longer necessary, or the person objects and is right. */
    public Outcome<Long> end(Staff staff, long personId, long basisId, String reason) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            lock(handle, staff, personId);
            Basis basis = own(handle, personId, basisId);
            Instant now = clock.instant();
            Fields fields = new Fields();
            String why = fields.text("reason", reason, 500);
            if (basis.state(now) == Basis.State.OVER || basis.revoked()) {
                fields.problem(Problems.FORM, "orders.error.already-over");
            }
            fields.refuseIfAny();
            stop(handle, staff, basis, now, why, false);
            return basisId;
        }));
    }

    /** Takes back a basis recorded by mistake within the last day: nothing more is collected under it, and it does not count. */
    public Outcome<Long> revoke(Staff staff, long personId, long basisId) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            lock(handle, staff, personId);
            Basis basis = own(handle, personId, basisId);
            Instant now = clock.instant();
            if (!basis.revocable(now)) {
                throw new Refused(Problems.FORM, "orders.error.not-revocable", Basis.REVOCABLE_HOURS);
            }
            stop(handle, staff, basis, now, "", true);
            return basisId;
        }));
    }

    /** Whether a device of the person is covered by a basis now: only then is anything collected. */
    public boolean collecting(Staff staff, long personId) {
        return jdbi.withHandle(handle -> PersonStore.find(handle, staff, personId)
                .map(person -> Covers.covered(handle, personId, clock.instant()))
                .orElse(false));
    }

    /** All bases of a person, revoked ones included, newest first; empty if the staff may not see the person. */
    public List<Basis> list(Staff staff, long personId) {
        return jdbi.withHandle(handle -> PersonStore.find(handle, staff, personId)
                .map(person -> BasisStore.ofPerson(handle, personId))
                .orElse(List.of()));
    }

    @Override
    public void released(Handle handle, Staff by, long personId, Instant at) {
        for (Basis basis : BasisStore.ofPerson(handle, personId)) {
            if (!basis.revoked() && basis.until().isAfter(at)) {
                stop(handle, by, basis, at, "released", false);
            }
        }
    }

    private Outcome<Long> grant(Staff staff, long personId, BiFunction<Person, Fields, BasisDraft> read) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Fields fields = new Fields();
            return save(handle, staff, person, read.apply(person, fields), fields);
        }));
    }

    private long save(Handle handle, Staff staff, Person person, BasisDraft draft, Fields fields) {
        if (!person.supervised()) {
            fields.problem(Problems.FORM, "orders.error.released");
        }
        if (!fields.has("firstDay") && !fields.has("lastDay")) {
            overlapping(handle, person.id(), draft)
                    .ifPresent(other -> fields.problem(
                            "firstDay",
                            "orders.error.overlap",
                            other.firstDay(),
                            other.lastDay(),
                            other.documentNumber()));
        }
        fields.refuseIfAny();
        long basisId = BasisStore.insert(handle, person.id(), draft, staff.id());
        covers.granted(handle, BasisStore.find(handle, basisId).orElseThrow());
        String action = draft.kind() == BasisKind.PHONE_PLAN
                ? "orders.plan"
                : draft.renews().isPresent() ? "orders.renew" : "orders.authorise";
        audit.record(handle, staff.id(), action, person.id(), "", Map.of("basis", basisId));
        return basisId;
    }

    private static Optional<Basis> overlapping(Handle handle, long personId, BasisDraft draft) {
        return BasisStore.ofPerson(handle, personId).stream()
                .filter(other -> other.kind() == draft.kind() && !other.revoked())
                .filter(other ->
                        other.from().isBefore(draft.until()) && draft.from().isBefore(other.until()))
                .findFirst();
    }

    private void stop(Handle handle, Staff staff, Basis basis, Instant at, String reason, boolean revoked) {
        BasisStore.end(handle, basis.id(), at, reason, revoked, staff.id());
        covers.ended(handle, basis.id(), at);
        audit.record(
                handle,
                staff.id(),
                revoked ? "orders.revoke" : "orders.end",
                basis.personId(),
                "",
                Map.of("basis", basis.id()));
    }

    private static Person lock(Handle handle, Staff staff, long personId) {
        return PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
    }

    private static Basis own(Handle handle, long personId, long basisId) {
        return BasisStore.find(handle, basisId)
                .filter(basis -> basis.personId() == personId)
                .orElseThrow(() -> new Refused(Problems.FORM, "orders.error.unknown"));
    }
}
