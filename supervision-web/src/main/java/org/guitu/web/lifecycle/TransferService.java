package org.guitu.web.lifecycle;

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
import org.guitu.web.duties.Duties;
import org.guitu.web.duties.DutyKind;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.guitu.web.http.Form;
import org.guitu.web.limits.Limit;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Changes of the place where a sentence is served, each act with its term; the county decides. */
public final class TransferService {

    private static final String PAGE = "/people/{person}/transfer";

    /** Within how many days to report at the new place. */
    static final Limit ARRIVE_DAYS = Limit.of("lifecycle.transfer-arrive-days");

    private static final DutyKind ASK = kind("ask");
    private static final DutyKind ANSWER = kind("answer");
    private static final DutyKind TELL = kind("told");
    private static final DutyKind FILES = kind("files");
    private static final DutyKind RECEIVED = kind("received");
    private static final DutyKind ARRIVE =
            DutyKind.of("lifecycle.transfer-arrive", ARRIVE_DAYS).at(PAGE);

    /** All that an application may ask for. */
    static final List<DutyKind> DUTIES = List.of(ASK, ANSWER, TELL, FILES, RECEIVED, ARRIVE);

    private final Jdbi jdbi;
    private final LifecycleService lifecycle;
    private final PeopleService people;
    private final Audit audit;
    private final InstantSource clock;
    private final CaseLog log = new CaseLog();
    private final Duties duties = new Duties();

    public TransferService(
            Jdbi jdbi, LifecycleService lifecycle, PeopleService people, Audit audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.lifecycle = lifecycle;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    private static DutyKind kind(String name) {
        return DutyKind.of("lifecycle.transfer-" + name, Limit.of("lifecycle.transfer-" + name + "-days"))
                .at(PAGE);
    }

    /** Records an application from {@code toPlace}, {@code toOrganisationId}, {@code reason}, {@code appliedOn}. */
    public Outcome<Long> apply(Staff staff, long personId, Form form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
            Fields fields = new Fields();
            String place = fields.text("toPlace", form.text("toPlace"), 100);
            String reason = fields.text("reason", form.text("reason"), 1000);
            LocalDate on = past(fields, "appliedOn", form.text("appliedOn"), person);
            Optional<Long> organisation = organisation(handle, form.text("toOrganisationId"), fields);
            fields.refuseIfAny();
            if (TransferStore.open(handle, personId).isPresent()) {
                throw new Refused(Problems.FORM, "lifecycle.error.transfer-open");
            }
            long id = TransferStore.insert(handle, personId, place, organisation, reason, on, staff.id());
            lifecycle.take(handle, staff, person, CaseStep.TRANSFER_START, on, "", place, true);
            duties.open(handle, person, ASK, at(on, person), "transfer:" + id);
            audit.record(handle, staff.id(), "lifecycle.transfer", personId, "", Map.of());
            return id;
        }));
    }

    /** Does the next thing about the open application, from {@code act}, {@code on}, {@code yes}, {@code version}. */
    public Outcome<Long> act(Staff staff, long personId, Form form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
            Transfer open = TransferStore.open(handle, personId)
                    .orElseThrow(() -> new Refused(Problems.FORM, "lifecycle.error.no-transfer"));
            Fields fields = new Fields();
            Transfer.Act act = fields.choice("act", form.text("act"), Transfer.Act.class);
            LocalDate on = past(fields, "on", form.text("on"), person);
            if (fields.integer("version", form.text("version"), 0, 100_000) != open.version()) {
                fields.problem(Problems.VERSION, "lifecycle.error.overtaken");
            }
            if (!open.next().contains(act)) {
                fields.problem(Problems.FORM, "lifecycle.error.act");
            }
            if (!fields.has("on") && on.isBefore(open.last())) {
                fields.problem("on", "lifecycle.error.before-last", open.last());
            }
            if (act == Transfer.Act.DECIDE && !decides(staff)) {
                fields.problem(Problems.FORM, "lifecycle.error.county-decides");
            }
            boolean yes = form.text("yes").equals("yes");
            if (act.answersYesOrNo() && !yes && !form.text("yes").equals("no")) {
                fields.problem("yes", "ui.form.choose");
            }
            fields.refuseIfAny();
            TransferStore.act(handle, open.id(), act, on, yes);
            log.record(
                    handle,
                    staff.id(),
                    personId,
                    at(on, person),
                    CaseEntry.of("lifecycle.log.transfer")
                            .word("lifecycle.act." + act)
                            .word(act.answersYesOrNo() ? (yes ? "lifecycle.yes" : "lifecycle.no") : "lifecycle.done")
                            .text(open.toPlace())
                            .leadingTo("/people/" + personId + "/transfer"));
            audit.record(handle, staff.id(), "lifecycle.transfer", personId, "", Map.of("act", act.name()));
            follow(handle, staff, person, open, act, on, yes);
            return open.id();
        }));
    }

    List<Transfer> list(long personId) {
        return jdbi.withHandle(handle -> TransferStore.list(handle, personId));
    }

    private void follow(
            Handle handle, Staff staff, Person person, Transfer open, Transfer.Act act, LocalDate on, boolean yes) {
        switch (act) {
            case ASK -> {
                meet(handle, staff, person, ASK, open, on);
                duties.open(handle, person, ANSWER, at(on, person), open.ref());
            }
            case ANSWER -> {
                meet(handle, staff, person, ANSWER, open, on);
                if (!yes) {
                    duties.open(handle, person, TELL, at(on, person), open.ref());
                }
            }
            case DECIDE -> duties.open(handle, person, yes ? FILES : TELL, at(on, person), open.ref());
            case TELL -> {
                meet(handle, staff, person, TELL, open, on);
                off(handle, staff, person, open, on);
            }
            case SEND_FILES -> {
                meet(handle, staff, person, FILES, open, on);
                duties.open(handle, person, RECEIVED, at(on, person), open.ref());
                duties.open(handle, person, ARRIVE, at(on, person), open.ref());
            }
            case RECEIVE_FILES -> meet(handle, staff, person, RECEIVED, open, on);
            case ARRIVE -> {
                meet(handle, staff, person, RECEIVED, open, on);
                meet(handle, staff, person, ARRIVE, open, on);
                // Elsewhere is no file of ours to move on: the case ends here.
                CaseStep arrival =
                        open.toOrganisationId().isPresent() ? CaseStep.TRANSFER_ARRIVAL : CaseStep.TRANSFERRED_OUT;
                lifecycle.take(handle, staff, person, arrival, on, "", open.toPlace(), true);
                open.toOrganisationId()
                        .ifPresent(organisation -> people.moved(handle, staff, person, organisation, on));
            }
            case WITHDRAW -> {
                duties.cancel(handle, person.id(), ASK, open.ref(), staff.id(), Duties.WITHDRAWN);
                duties.cancel(handle, person.id(), ANSWER, open.ref(), staff.id(), Duties.WITHDRAWN);
                off(handle, staff, person, open, on);
            }
        }
    }

    /** Whoever is lost or held meanwhile stays so; when that ends, no change of place waits any more. */
    private void off(Handle handle, Staff staff, Person person, Transfer open, LocalDate on) {
        if (person.state().filter(CaseState.TRANSFERRING::equals).isPresent()) {
            lifecycle.take(handle, staff, person, CaseStep.TRANSFER_OFF, on, "", open.toPlace(), true);
        }
    }

    private void meet(Handle handle, Staff staff, Person person, DutyKind kind, Transfer open, LocalDate on) {
        duties.meet(
                handle,
                person.id(),
                kind,
                open.ref(),
                staff.id(),
                at(on, person),
                "/people/" + person.id() + "/transfer");
    }

    /** The county decides, or whoever stands above it. */
    private static boolean decides(Staff staff) {
        return staff.may(Permission.DECIDE)
                && switch (staff.organisation().level()) {
                    case PROVINCE, CITY, COUNTY -> true;
                    case OFFICE, STATION -> false;
                };
    }

    /** An organisation of ours anywhere in the tree: people move out of one's own subtree. */
    private static Optional<Long> organisation(Handle handle, String raw, Fields fields) {
        if (raw.isBlank()) {
            return Optional.empty();
        }
        Optional<Long> known = raw.matches("\\d{1,18}")
                ? handle.createQuery("select organisation_id from supervision.organisation where organisation_id = :id"
                                + " and level in ('COUNTY', 'OFFICE')")
                        .bind("id", Long.parseLong(raw))
                        .mapTo(Long.class)
                        .findOne()
                : Optional.empty();
        if (known.isEmpty()) {
            fields.problem("toOrganisationId", "ui.form.choose");
        }
        return known;
    }

    /** Where one may move to: every county and office of the installation. */
    List<Organisation> destinations() {
        return jdbi.withHandle(handle -> new org.guitu.web.access.OrganisationStore()
                .list(handle, "/").stream()
                        .filter(one ->
                                one.level() == Organisation.Level.COUNTY || one.level() == Organisation.Level.OFFICE)
                        .toList());
    }

    private LocalDate past(Fields fields, String field, String raw, Person person) {
        LocalDate day = fields.date(field, raw);
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), person.zone()))) {
            fields.problem(field, "lifecycle.error.future");
        }
        return day;
    }

    private static Instant at(LocalDate day, Person person) {
        return day.atStartOfDay(person.zone()).toInstant();
    }
}
