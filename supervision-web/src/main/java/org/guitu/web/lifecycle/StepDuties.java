package org.guitu.web.lifecycle;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.guitu.web.duties.Duties;
import org.guitu.web.duties.DutyKind;
import org.guitu.web.limits.Limit;
import org.guitu.web.people.Category;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/** What each step obliges to, and what it discharges. */
final class StepDuties {

    private static final String CASE = "/people/{person}/case";

    static final Limit REPORT_IN_DAYS = Limit.of("lifecycle.report-in-days");
    static final DutyKind REPORT_IN =
            DutyKind.of("lifecycle.report-in", REPORT_IN_DAYS).at(CASE);
    static final DutyKind RECEIPT = kind("receipt", "receipt-days").metByHand();
    static final DutyKind PAPERS_MISSING = kind("papers-missing", "papers-missing-days");
    static final DutyKind INTAKE = kind("intake", "intake-days");
    static final DutyKind SEARCH = kind("search", "search-hours");
    static final DutyKind DETAINED = kind("detained", "detained-days").metByHand();
    static final DutyKind SUMMARY = kind("summary", "summary-days");
    static final DutyKind DISCHARGE = kind("discharge", "discharge-days").outlastingTheCase();
    static final DutyKind MEDICAL_REPORT =
            kind("medical-report", "medical-report-months").metByHand();
    static final DutyKind MEDICAL_REVIEW =
            kind("medical-review", "medical-review-months").metByHand();

    /** The one reference of duties of which a person has one at a time. */
    static final String ONE = "";

    private final Duties duties = new Duties();
    private final InstantSource clock;

    StepDuties(InstantSource clock) {
        this.clock = clock;
    }

    private static DutyKind kind(String name, String limit) {
        return DutyKind.of("lifecycle." + name, Limit.of("lifecycle." + limit)).at(CASE);
    }

    /** Opens and meets what a step asks for; called in its transaction, after the state was set. */
    void follow(Handle handle, Person person, CaseStep step, LocalDate on, boolean papersComplete, long by) {
        Instant at = on.atStartOfDay(person.zone()).toInstant();
        String proof = "/people/" + person.id() + "/case";
        switch (step) {
            case PAPERS -> {
                reportIn(handle, person, on);
                duties.open(handle, person, RECEIPT, at, ONE);
            }
            case NOT_REPORTED, LOST -> duties.open(handle, person, SEARCH, clock.instant(), ONE);
            case RECEPTION -> {
                duties.meet(handle, person.id(), REPORT_IN, ONE, by, at, proof);
                duties.meet(handle, person.id(), SEARCH, ONE, by, at, proof);
                duties.open(handle, person, INTAKE, at, ONE);
                if (!papersComplete) {
                    duties.open(handle, person, PAPERS_MISSING, at, ONE);
                }
                if (person.category() == Category.TEMPORARY_EXECUTION) {
                    duties.open(handle, person, MEDICAL_REPORT, at, ONE);
                    duties.open(handle, person, MEDICAL_REVIEW, at, ONE);
                }
                summary(handle, person);
            }
            case FOUND -> duties.meet(handle, person.id(), SEARCH, ONE, by, at, proof);
            case DETAINED -> {
                duties.open(handle, person, DETAINED, at, ONE);
                duties.meet(handle, person.id(), SEARCH, ONE, by, at, proof);
            }
            case EXPIRY, PARDON, REVOCATION, RECALL, NEW_SENTENCE, DEATH -> {
                if (person.state().filter(state -> state.inCorrections()).isPresent()) {
                    duties.open(handle, person, DISCHARGE, at, ONE);
                }
            }
            case NEW_CASE,
                    DECISION,
                    NOT_ADMITTED,
                    DETENTION_OVER,
                    TRANSFER_START,
                    TRANSFER_OFF,
                    TRANSFER_ARRIVAL,
                    TRANSFERRED_OUT -> {}
        }
    }

    /** The person reports in by a day that depends on when the decision was final. */
    void reportIn(Handle handle, Person person, LocalDate served) {
        Instant from = ReportIn.from(handle, person, served)
                .atStartOfDay(person.zone())
                .toInstant();
        duties.open(handle, person, REPORT_IN, from, ONE);
    }

    /** The summary is due so long before the end; a changed end moves it. */
    void summary(Handle handle, Person person) {
        person.termTo().ifPresent(last -> duties.openBefore(handle, person, SUMMARY, last, last.toString()));
    }

    /** Drops what a step opened that turned out to be a mistake, and opens again what it had discharged or dropped: that was no proof. */
    void takeBack(Handle handle, Person person, TakenStep step, long by, String reason) {
        duties.takeBack(handle, person.id(), step.recordedAt(), by, reason);
        if (step.step() == CaseStep.TRANSFER_START) {
            TransferStore.open(handle, person.id())
                    .ifPresent(open -> TransferService.DUTIES.forEach(
                            kind -> duties.cancel(handle, person.id(), kind, open.ref(), by, reason)));
        }
    }
}
