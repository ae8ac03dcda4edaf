package org.guitu.web.permits;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.geofence.zone.Area;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.duties.Duties;
import org.guitu.web.duties.DutyKind;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.limits.Limit;
import org.guitu.web.limits.LimitTable;
import org.guitu.web.limits.Limits;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.guitu.web.people.ReleaseListener;
import org.guitu.web.rules.OrderedRule;
import org.guitu.web.rules.RuleChanges;
import org.guitu.web.zones.AreaForm;
import org.guitu.web.zones.Zone;
import org.guitu.web.zones.ZoneChanges;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Applies for permits, decides them by the county, and takes them back. Each method is one transaction. Thread-safe. */
public final class PermitService implements ReleaseListener {

    static final Limit TRAVEL_MONTHS_MAX = Limit.of("permits.travel-months-max");
    static final Limit OPENING_HOURS_MAX = Limit.of("permits.opening-hours-max");
    static final Limit INFORM_DAYS = Limit.of("permits.inform-days");

    private static final String PAGE = "/people/{person}/permits";
    static final DutyKind DECIDE = DutyKind.until("permits.decide").at(PAGE);
    static final DutyKind INFORM_COURT =
            DutyKind.of("permits.inform-court", INFORM_DAYS).at(PAGE);
    static final DutyKind INFORM_PROCURATORATE =
            DutyKind.of("permits.inform-procuratorate", INFORM_DAYS).at(PAGE);

    /** What regular travel is to be applied for anew before it ends, or is said to be needed no longer. */
    static final DutyKind RENEW = DutyKind.of("permits.renew-travel", Limit.of("permits.renew-days-before"))
            .metByHand();

    private final Jdbi jdbi;
    private final PermitGround ground;
    private final Audit audit;
    private final InstantSource clock;
    private final List<PermitListener> listeners;
    private final Duties duties = new Duties();
    private final CaseLog log = new CaseLog();

    PermitService(Jdbi jdbi, PermitGround ground, Audit audit, InstantSource clock, List<PermitListener> listeners) {
        this.jdbi = jdbi;
        this.ground = ground;
        this.audit = audit;
        this.clock = clock;
        this.listeners = List.copyOf(listeners);
    }

    public static PermitService of(
            Jdbi jdbi,
            ZoneChanges zones,
            RuleChanges rules,
            Audit audit,
            InstantSource clock,
            List<PermitListener> listeners) {
        return new PermitService(jdbi, new PermitGround(zones, rules), audit, clock, listeners);
    }

    /** Records an application; answers the permit's id. */
    public Outcome<Long> apply(Staff staff, long personId, PermitForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            refuseUnlessSupervised(person);
            Instant now = clock.instant();
            LocalDate today = LocalDate.ofInstant(now, person.zone());
            LimitTable table = Limits.of(handle, person.organisationId());
            Fields fields = new Fields();
            Permit.Kind kind = fields.choice("kind", form.kind(), Permit.Kind.class);
            Optional<Area> area =
                    kind == Permit.Kind.TRAVEL ? AreaForm.read(handle, staff, form.ground(), fields) : Optional.empty();
            PermitDraft draft = PermitDraft.read(
                    person,
                    form,
                    kind,
                    area,
                    table.value(TRAVEL_MONTHS_MAX, today),
                    Duration.ofHours(table.value(OPENING_HOURS_MAX, today)),
                    now,
                    fields);
            List<Long> zones = new ArrayList<>();
            List<Long> rules = new ArrayList<>();
            opens(handle, person, form, draft, zones, rules, fields);
            fields.refuseIfAny();
            long id = PermitStore.insert(handle, personId, draft, zones, rules, staff.id());
            Permit permit = own(handle, personId, id);
            Instant tonight = today.plusDays(1).atStartOfDay(person.zone()).toInstant();
            duties.openUntil(
                    handle,
                    person,
                    DECIDE,
                    now,
                    permit.from().isAfter(tonight) ? permit.from() : tonight,
                    permit.ref());
            if (kind == Permit.Kind.TRAVEL) {
                renewed(handle, staff, permit, now);
            }
            record(handle, staff, permit, "apply", now, "applied", "");
            return id;
        }));
    }

    /** Travel that goes on longer than what is permitted was asked for: that needs no reminding. */
    private void renewed(Handle handle, Staff staff, Permit asked, Instant now) {
        PermitStore.ofPerson(handle, asked.personId()).stream()
                .filter(other -> other.kind() == Permit.Kind.TRAVEL && other.id() != asked.id())
                .filter(other -> other.until().isBefore(asked.until()))
                .forEach(other ->
                        duties.meet(handle, asked.personId(), RENEW, other.ref(), staff.id(), now, asked.path()));
    }

    /** What the form opens must be the person's own orders, in force in its hours. */
    private void opens(
            Handle handle,
            Person person,
            PermitForm form,
            PermitDraft draft,
            List<Long> zones,
            List<Long> rules,
            Fields fields) {
        if (draft.kind() == Permit.Kind.TRAVEL || fields.has("validFrom") || fields.has("validTo")) {
            return;
        }
        List<Long> places = ground.keepOuts(handle, person.id(), draft.from(), draft.until()).stream()
                .map(Zone::id)
                .toList();
        List<Long> people = ground.keepAways(handle, person.id(), draft.from(), draft.until()).stream()
                .map(OrderedRule::id)
                .toList();
        for (String chosen : form.opens()) {
            Optional<Long> zone =
                    places.stream().filter(id -> chosen.equals("zone:" + id)).findFirst();
            Optional<Long> rule =
                    people.stream().filter(id -> chosen.equals("rule:" + id)).findFirst();
            zone.filter(id -> !zones.contains(id)).ifPresent(zones::add);
            rule.filter(id -> !rules.contains(id)).ifPresent(rules::add);
            if (zone.isEmpty() && rule.isEmpty()) {
                fields.problem("opens", "permits.error.opens");
            }
        }
    }

    /** Approves or refuses: the county's decision, or that of one above it. */
    public Outcome<Long> decide(
            Staff staff, long personId, long permitId, boolean approved, String documentNumber, String rawReason) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Permit permit = own(handle, personId, permitId);
            Instant now = clock.instant();
            Fields fields = new Fields();
            String document = fields.optionalText("documentNumber", documentNumber, 80);
            String reason =
                    approved ? fields.optionalText("reason", rawReason, 500) : fields.text("reason", rawReason, 500);
            Permit.State state = permit.state(now);
            if (state != Permit.State.WAITING && (approved || state != Permit.State.LAPSED)) {
                fields.problem(Problems.FORM, "permits.error.decided");
            } else if (!mayDecide(staff)) {
                fields.problem(Problems.FORM, "permits.error.level");
            }
            fields.refuseIfAny();
            if (approved) {
                refuseUnlessSupervised(person);
            }
            PermitStore.decide(
                    handle,
                    permitId,
                    approved,
                    now,
                    staff.id(),
                    staff.organisation().id(),
                    document,
                    reason);
            duties.meet(handle, personId, DECIDE, permit.ref(), staff.id(), now, permit.path());
            Permit decided = own(handle, personId, permitId);
            if (approved) {
                granted(handle, staff, person, decided, now);
            }
            record(
                    handle,
                    staff,
                    decided,
                    approved ? "approve" : "refuse",
                    now,
                    approved ? "approved" : "refused",
                    approved ? staff.organisation().name() : reason);
            return permitId;
        }));
    }

    private void granted(Handle handle, Staff staff, Person person, Permit permit, Instant now) {
        ground.open(handle, staff, person, permit, now);
        if (permit.kind() == Permit.Kind.TRAVEL) {
            LocalDate lastDay = LocalDate.ofInstant(permit.until().minusMillis(1), permit.zone());
            if (duties.openBefore(handle, person, RENEW, lastDay, permit.ref()).isBefore(now)) {
                duties.cancel(handle, person.id(), RENEW, permit.ref(), staff.id(), Duties.MOVED);
                duties.openUntil(handle, person, RENEW, now, permit.until(), permit.ref());
            }
        }
        if (permit.injunction()) {
            duties.open(handle, person, INFORM_COURT, now, permit.ref());
            duties.open(handle, person, INFORM_PROCURATORATE, now, permit.ref());
            listeners.forEach(listener -> listener.approved(handle, staff, person, permit));
        }
    }

    /** Withdraws an application that waits. */
    public Outcome<Long> withdraw(Staff staff, long personId, long permitId, String reason) {
        return ended(staff, personId, permitId, reason, Permit.End.How.WITHDRAWN, "withdraw", "withdrawn");
    }

    /** Takes an approval back: at once, for the rest of its time. */
    public Outcome<Long> revoke(Staff staff, long personId, long permitId, String reason) {
        return ended(staff, personId, permitId, reason, Permit.End.How.REVOKED, "revoke", "revoked");
    }

    private Outcome<Long> ended(
            Staff staff, long personId, long permitId, String reason, Permit.End.How how, String act, String word) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            lock(handle, staff, personId);
            Permit permit = own(handle, personId, permitId);
            Instant now = clock.instant();
            Fields fields = new Fields();
            String why = fields.text("reason", reason, 500);
            Permit.State state = permit.state(now);
            boolean open = how == Permit.End.How.WITHDRAWN
                    ? state == Permit.State.WAITING || state == Permit.State.LAPSED
                    : state == Permit.State.COMING || state == Permit.State.IN_FORCE;
            if (!open) {
                fields.problem(Problems.FORM, "permits.error.not-open");
            } else if (how == Permit.End.How.REVOKED && !mayDecide(staff)) {
                fields.problem(Problems.FORM, "permits.error.level");
            }
            fields.refuseIfAny();
            PermitStore.end(handle, permitId, how, now, why, staff.id());
            ground.close(handle, staff, permit, now);
            duties.cancel(handle, personId, DECIDE, permit.ref(), staff.id(), why);
            duties.cancel(handle, personId, RENEW, permit.ref(), staff.id(), why);
            record(handle, staff, permit, act, now, word, why);
            return permitId;
        }));
    }

    /** Records word of where a regular traveller is, by phone or message. */
    public Outcome<Long> report(Staff staff, long personId, long permitId, String rawAt, String rawWords) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            Permit permit = own(handle, personId, permitId);
            Instant now = clock.instant();
            Fields fields = new Fields();
            String words = fields.text("words", rawWords, 500);
            Instant at = fields.optionalInstant("at", rawAt, person.zone()).orElse(now);
            if (permit.kind() != Permit.Kind.TRAVEL || !permit.approved() || at.isBefore(permit.from())) {
                fields.problem(Problems.FORM, "permits.error.no-report");
            } else if (at.isAfter(now)) {
                fields.problem("at", "permits.error.later");
            }
            fields.refuseIfAny();
            PermitStore.insertReport(handle, permitId, at, words, staff.id());
            record(handle, staff, permit, "report", at, "reported", words);
            return permitId;
        }));
    }

    /**
     * Records that a body was told of a permit for a place a court forbade.
     *
     * @param body {@code COURT} or {@code PROCURATORATE}
     */
    public Outcome<Long> informed(Staff staff, long personId, long permitId, String body, String document) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            lock(handle, staff, personId);
            Permit permit = own(handle, personId, permitId);
            Instant now = clock.instant();
            Fields fields = new Fields();
            Body told = fields.choice("body", body, Body.class);
            String number = fields.text("informedDocument", document, 80);
            fields.refuseIfAny();
            DutyKind duty = told == Body.COURT ? INFORM_COURT : INFORM_PROCURATORATE;
            if (!duties.meet(handle, personId, duty, permit.ref(), staff.id(), now, number)) {
                throw new Refused(Problems.FORM, "permits.error.told");
            }
            record(handle, staff, permit, "informed", now, "informed." + told, number);
            return permitId;
        }));
    }

    /** Whom one must tell. */
    public enum Body {
        COURT,
        PROCURATORATE
    }

    /** Whom still to tell of a permit. */
    List<Body> untold(Permit permit) {
        return jdbi.withHandle(handle -> {
            List<Body> untold = new ArrayList<>();
            if (duties.isOpen(handle, permit.personId(), INFORM_COURT, permit.ref())) {
                untold.add(Body.COURT);
            }
            if (duties.isOpen(handle, permit.personId(), INFORM_PROCURATORATE, permit.ref())) {
                untold.add(Body.PROCURATORATE);
            }
            return untold;
        });
    }

    static boolean mayDecide(Staff staff) {
        return staff.organisation().level().compareTo(Organisation.Level.COUNTY) <= 0;
    }

    /** All permits of a person, the newest first; empty if the staff may not see the person. */
    public List<Permit> list(Staff staff, long personId) {
        return jdbi.withHandle(handle -> PersonStore.find(handle, staff, personId)
                .map(person -> PermitStore.ofPerson(handle, personId))
                .orElse(List.of()));
    }

    public Optional<Permit> find(Staff staff, long personId, long permitId) {
        return list(staff, personId).stream()
                .filter(permit -> permit.id() == permitId)
                .findFirst();
    }

    List<PermitReport> reports(Permit permit) {
        return jdbi.withHandle(handle -> PermitStore.reports(handle, permit.id()));
    }

    @Override
    public void released(Handle handle, Staff by, long personId, Instant at) {
        for (Permit permit : PermitStore.ofPerson(handle, personId)) {
            switch (permit.state(at)) {
                case WAITING, COMING, IN_FORCE -> {
                    PermitStore.end(handle, permit.id(), Permit.End.How.CLOSED, at, "", by.id());
                    ground.close(handle, by, permit, at);
                    record(handle, by, permit, "close", at, "closed", "");
                }
                default -> {}
            }
        }
    }

    private void record(Handle handle, Staff staff, Permit permit, String act, Instant at, String word, String more) {
        audit.record(handle, staff.id(), "permits." + act, permit.personId(), "", Map.of("permit", permit.id()));
        log.record(
                handle,
                staff.id(),
                permit.personId(),
                at,
                CaseEntry.of("permits.log." + word)
                        .word("permits.kind." + permit.kind())
                        .text(permit.subject())
                        .instant(permit.from())
                        .instant(permit.until())
                        .text(more)
                        .leadingTo(permit.path()));
    }

    private static void refuseUnlessSupervised(Person person) {
        if (!person.supervised()) {
            throw new Refused(Problems.FORM, "permits.error.not-supervised");
        }
    }

    private static Person lock(Handle handle, Staff staff, long personId) {
        return PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
    }

    private static Permit own(Handle handle, long personId, long permitId) {
        return PermitStore.find(handle, permitId)
                .filter(permit -> permit.personId() == personId)
                .orElseThrow(() -> new Refused(Problems.FORM, "permits.error.unknown"));
    }
}
