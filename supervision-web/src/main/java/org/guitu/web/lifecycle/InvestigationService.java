package org.guitu.web.lifecycle;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.jdbi.v3.core.Jdbi;

/** Investigations before a decision: asked for by a deciding body, answered by a report within the term (IM-14). */
public final class InvestigationService {

    private static final String PAGE = "/people/{person}/investigation";
    private static final DutyKind ORDINARY = DutyKind.of(
                    "lifecycle.investigation", Limit.of("lifecycle.investigation-days"))
            .at(PAGE);
    private static final DutyKind FAST = DutyKind.of(
                    "lifecycle.investigation", Limit.of("lifecycle.investigation-fast-days"))
            .at(PAGE);

    private final Jdbi jdbi;
    private final Audit audit;
    private final InstantSource clock;
    private final CaseLog log = new CaseLog();
    private final Duties duties = new Duties();

    private final List<ReportListener> listeners;

    public InvestigationService(Jdbi jdbi, Audit audit, InstantSource clock, List<ReportListener> listeners) {
        this.listeners = List.copyOf(listeners);
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** Records that one was asked for, from {@code askedBy}, {@code askedOn}, {@code fastTrack}, {@code askedNumber}. */
    public Outcome<Long> ask(Staff staff, long personId, Form form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
            Fields fields = new Fields();
            String askedBy = fields.text("askedBy", form.text("askedBy"), 100);
            LocalDate askedOn = past(fields, "askedOn", form, person);
            String number = fields.optionalText("askedNumber", form.text("askedNumber"), 60);
            boolean fast = Fields.isOn(form.text("fastTrack"));
            if (person.state().filter(CaseState.INVESTIGATION::equals).isEmpty()) {
                fields.problem(Problems.FORM, "lifecycle.error.not-investigating");
            } else if (InvestigationStore.open(handle, personId)) {
                fields.problem(Problems.FORM, "lifecycle.error.investigation-open");
            }
            fields.refuseIfAny();
            long id = InvestigationStore.insert(handle, personId, askedBy, askedOn, fast, number, staff.id());
            Instant at = askedOn.atStartOfDay(person.zone()).toInstant();
            duties.open(handle, person, fast ? FAST : ORDINARY, at, "investigation:" + id);
            log.record(
                    handle,
                    staff.id(),
                    personId,
                    at,
                    CaseEntry.of("lifecycle.log.asked")
                            .text(askedBy)
                            .leadingTo("/people/" + personId + "/investigation"));
            audit.record(handle, staff.id(), "lifecycle.investigation", personId, "", Map.of());
            return id;
        }));
    }

    /** Records the report that answers it, with all that was found and the advice. */
    public Outcome<Long> report(Staff staff, long personId, Form form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
            Investigation open = InvestigationStore.list(handle, personId).stream()
                    .filter(one -> one.reportedOn().isEmpty())
                    .findFirst()
                    .orElseThrow(() -> new Refused(Problems.FORM, "lifecycle.error.no-investigation"));
            Fields fields = new Fields();
            Investigation report = new Investigation(
                    open.id(),
                    open.askedBy(),
                    open.askedOn(),
                    open.fastTrack(),
                    open.askedNumber(),
                    fields.text("home", form.text("home"), 2000),
                    fields.text("family", form.text("family"), 2000),
                    fields.text("village", form.text("village"), 2000),
                    fields.optionalText("victim", form.text("victim"), 2000),
                    fields.text("danger", form.text("danger"), 2000),
                    Optional.of(fields.choice("opinion", form.text("opinion"), Investigation.Opinion.class)),
                    Optional.of(past(fields, "reportedOn", form, person)),
                    fields.optionalText("reportNumber", form.text("reportNumber"), 60));
            if (!fields.has("reportedOn") && report.reportedOn().get().isBefore(open.askedOn())) {
                fields.problem("reportedOn", "lifecycle.error.before-last", open.askedOn());
            }
            fields.refuseIfAny();
            InvestigationStore.report(handle, report);
            Instant at = report.reportedOn().get().atStartOfDay(person.zone()).toInstant();
            duties.meet(
                    handle, personId, ORDINARY, open.ref(), staff.id(), at, "/people/" + personId + "/investigation");
            log.record(
                    handle,
                    staff.id(),
                    personId,
                    at,
                    CaseEntry.of("lifecycle.log.reported")
                            .word("lifecycle.opinion." + report.opinion().get())
                            .text(open.askedBy())
                            .leadingTo("/people/" + personId + "/investigation"));
            audit.record(handle, staff.id(), "lifecycle.investigation", personId, "", Map.of());
            boolean suitable = report.opinion().get() == Investigation.Opinion.SUITABLE;
            listeners.forEach(listener -> listener.reported(
                    handle, staff, person, report.reportedOn().get(), report.reportNumber(), suitable));
            return open.id();
        }));
    }

    List<Investigation> list(long personId) {
        return jdbi.withHandle(handle -> InvestigationStore.list(handle, personId));
    }

    private LocalDate past(Fields fields, String field, Form form, Person person) {
        LocalDate day = fields.date(field, form.text(field));
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), person.zone()))) {
            fields.problem(field, "lifecycle.error.future");
        }
        return day;
    }
}
