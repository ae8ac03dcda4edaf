package org.guitu.web.orders;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guitu.ingest.registry.Registry;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
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
 * Plans phones and ends the bases for collecting. Each method is one transaction over our rows and admission's; what the law forbids is
 * refused with words and leaves nothing behind.
 */
public final class OrderService implements ReleaseListener {

    private static final SecureRandom SEEDS = new SecureRandom();
    private static final CaseLog LOG = new CaseLog();

    private final Jdbi jdbi;
    private final Audit audit;
    private final InstantSource clock;
    private final Covers covers;
    private final Removals removals = new Removals();
    private final PeriodCovers periods;
    private final Grants grants;

    public OrderService(Jdbi jdbi, Registry registry, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
        this.covers = new Covers(registry);
        this.periods = new PeriodCovers(covers);
        this.grants = new Grants(covers, removals, periods, audit, clock);
    }

    /** The other half: applications to locate, and what the head of the county department decides on them. */
    public ApplicationService applications() {
        return new ApplicationService(jdbi, grants, audit, clock);
    }

    /** Keeps the bases in step with what people wear; to be given to the device service. */
    public WearingListener wearingListener() {
        return new WearingFollower(covers, removals, periods, clock);
    }

    /** Records a phone plan; answers the basis id. */
    public Outcome<Long> plan(Staff staff, long personId, PlanForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Fields fields = new Fields();
            OrderLimits limits = OrderLimits.of(handle, person, today(person));
            BasisDraft draft = BasisDraft.plan(person, form, limits, SEEDS.nextLong(), clock.instant(), fields);
            long basisId = grants.grant(handle, staff, person, draft, fields);
            LOG.record(
                    handle,
                    staff.id(),
                    personId,
                    clock.instant(),
                    CaseEntry.of("orders.log.planned")
                            .day(draft.firstDay())
                            .day(draft.lastDay())
                            .leadingTo("/people/" + personId + "/bases"));
            return basisId;
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
            Person person = lock(handle, staff, personId);
            Basis basis = own(handle, personId, basisId);
            Instant now = clock.instant();
            int hours = OrderLimits.of(handle, person, today(person)).revocableHours();
            if (!basis.revocable(now, hours)) {
                throw new Refused(Problems.FORM, "orders.error.not-revocable", hours);
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

    /** What sensitive periods add to the person's plan, from now on. */
    List<PeriodCover> periods(Staff staff, long personId) {
        return jdbi.withHandle(handle -> PersonStore.find(handle, staff, personId)
                .map(person -> PeriodStore.standing(handle, personId, clock.instant()))
                .orElse(List.of()));
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

    /** The term was set anew: no basis outlasts it. */
    public void termSet(Handle handle, Staff by, Person person, LocalDate lastDay) {
        Instant now = clock.instant();
        Instant over = lastDay.plusDays(1).atStartOfDay(person.zone()).toInstant();
        Instant at = over.isAfter(now) ? over : now;
        for (Basis basis : BasisStore.ofPerson(handle, person.id())) {
            if (!basis.revoked() && basis.until().isAfter(at)) {
                stop(handle, by, basis, at, "term", false);
            }
        }
    }

    private void stop(Handle handle, Staff staff, Basis basis, Instant at, String reason, boolean revoked) {
        Instant now = clock.instant();
        BasisStore.end(handle, basis.id(), at, reason, revoked, staff.id());
        covers.ended(handle, basis.id(), at);
        PersonStore.find(handle, staff, basis.personId())
                .ifPresent(person -> removals.follow(handle, person, staff.id(), now));
        periods.follow(handle, basis.personId(), now);
        audit.record(
                handle,
                staff.id(),
                revoked ? "orders.revoke" : "orders.end",
                basis.personId(),
                "",
                Map.of("basis", basis.id()));
        LOG.record(
                handle,
                staff.id(),
                basis.personId(),
                now,
                CaseEntry.of(revoked ? "orders.log.revoked" : "orders.log.ended")
                        .word("orders.kind." + basis.kind())
                        .day(basis.firstDay())
                        .day(basis.lastDay())
                        .leadingTo("/people/" + basis.personId() + "/bases"));
    }

    private LocalDate today(Person person) {
        return LocalDate.ofInstant(clock.instant(), person.zone());
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
