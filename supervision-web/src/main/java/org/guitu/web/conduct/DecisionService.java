package org.guitu.web.conduct;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.duties.Duties;
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
 * Puts measures forward and decides them. A measure comes into being in {@link #decide} alone, by a named decider of the county. Each method
 * is one transaction.
 */
public final class DecisionService implements ReleaseListener {

    /** The reason of what was dropped because the case was closed. */
    static final String CLOSED = "closed";

    private final Jdbi jdbi;
    private final Audit audit;
    private final CaseLog log = new CaseLog();
    private final Duties duties = new Duties();
    private final InstantSource clock;
    private final List<DecisionListener> listeners;

    public DecisionService(Jdbi jdbi, Audit audit, InstantSource clock, List<DecisionListener> listeners) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
        this.listeners = List.copyOf(listeners);
    }

    /** Puts a measure forward; answers the proposal's id. */
    public Outcome<Long> propose(Staff staff, long personId, ProposalForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            if (!ConductFile.answerable(person)) {
                throw new Refused(Problems.FORM, "conduct.error.not-supervised");
            }
            Instant now = clock.instant();
            Fields fields = new Fields();
            ProposalDraft draft = ProposalDraft.read(ConductFile.read(handle, person, now), form, fields);
            fields.refuseIfAny();
            long id = ProposalStore.insert(
                    handle,
                    personId,
                    draft.kind(),
                    draft.rung(),
                    draft.incidents(),
                    draft.basis(),
                    draft.reason(),
                    now,
                    staff.id());
            duties.open(handle, person, ConductDuties.DECIDE, now, ConductDuties.proposal(id));
            log.record(
                    handle,
                    staff.id(),
                    personId,
                    now,
                    CaseEntry.of("conduct.log.proposed")
                            .word("conduct.measure." + draft.kind())
                            .word(ground(draft.rung().map(Rung::grounds).orElse(List.of())))
                            .leadingTo(path(personId, id)));
            audit.record(handle, staff.id(), "conduct.propose", personId, "", Map.of("proposal", id));
            return id;
        }));
    }

    /** Takes back what was put forward and waits. */
    public Outcome<Long> takeBack(Staff staff, long personId, long proposalId, String reason) {
        return close(staff, personId, proposalId, Proposal.State.TAKEN_BACK, reason);
    }

    /** Refuses what was put forward: only a decider of the county. What it rests on counts as answered. */
    public Outcome<Long> reject(Staff staff, long personId, long proposalId, String reason) {
        return close(staff, personId, proposalId, Proposal.State.REJECTED, reason);
    }

    private Outcome<Long> close(Staff staff, long personId, long proposalId, Proposal.State state, String reason) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            lock(handle, staff, personId);
            Proposal proposal = waiting(handle, personId, proposalId);
            if (state == Proposal.State.REJECTED && !Deciders.decides(staff)) {
                throw new Refused(Problems.FORM, "conduct.error.county");
            }
            Fields fields = new Fields();
            String why = fields.text("reason", reason, 2000);
            fields.refuseIfAny();
            Instant now = clock.instant();
            ProposalStore.close(handle, proposalId, state, why, now, staff.id());
            String ref = ConductDuties.proposal(proposalId);
            boolean rejected = state == Proposal.State.REJECTED;
            if (rejected) {
                duties.meet(handle, personId, ConductDuties.DECIDE, ref, staff.id(), now, path(personId, proposalId));
            } else {
                duties.cancel(handle, personId, ConductDuties.DECIDE, ref, staff.id(), why);
            }
            log.record(
                    handle,
                    staff.id(),
                    personId,
                    now,
                    CaseEntry.of(rejected ? "conduct.log.rejected" : "conduct.log.taken-back")
                            .word("conduct.measure." + proposal.kind())
                            .text(why)
                            .leadingTo(path(personId, proposalId)));
            audit.record(
                    handle,
                    staff.id(),
                    rejected ? "conduct.reject" : "conduct.take-back",
                    personId,
                    "",
                    Map.of("proposal", proposalId));
            return proposalId;
        }));
    }

    /** Decides what was put forward; answers the id of the measure. */
    public Outcome<Long> decide(Staff staff, long personId, long proposalId, DecisionForm form) {
        return Outcome.of(() -> jdbi.inTransaction(handle -> {
            Person person = lock(handle, staff, personId);
            if (!Deciders.decides(staff)) {
                throw new Refused(Problems.FORM, "conduct.error.county");
            }
            Proposal proposal = waiting(handle, personId, proposalId);
            Instant now = clock.instant();
            Fields fields = new Fields();
            LocalDate day = fields.date("decidedOn", form.decidedOn());
            if (day.isAfter(LocalDate.ofInstant(now, person.zone()))) {
                fields.problem("decidedOn", "conduct.error.future");
            }
            String number = fields.text("documentNumber", form.documentNumber(), 80);
            String reason = fields.optionalText("reason", form.reason(), 2000);
            fields.refuseIfAny();
            ProposalStore.close(handle, proposalId, Proposal.State.DECIDED, "", now, staff.id());
            long measureId = MeasureStore.insert(handle, proposal, day, number, reason, staff.id());
            open(handle, staff, person, proposal, measureId, day, now);
            log.record(
                    handle,
                    staff.id(),
                    personId,
                    now,
                    CaseEntry.of("conduct.log.decided")
                            .word("conduct.measure." + proposal.kind())
                            .word(ground(proposal.grounds()))
                            .day(day)
                            .text(number)
                            .leadingTo("/people/" + personId + "/conduct/measures/" + measureId));
            audit.record(handle, staff.id(), "conduct.decide", personId, "", Map.of("measure", measureId));
            listeners.forEach(
                    listener -> listener.decided(handle, staff, person, measureId, proposal.kind(), day, number));
            return measureId;
        }));
    }

    @Override
    public void released(Handle handle, Staff by, long personId, Instant at) {
        ProposalStore.ofPerson(handle, personId).stream()
                .filter(proposal -> proposal.state() == Proposal.State.PROPOSED)
                .forEach(proposal ->
                        ProposalStore.close(handle, proposal.id(), Proposal.State.TAKEN_BACK, CLOSED, at, by.id()));
    }

    private void open(
            Handle handle, Staff staff, Person person, Proposal proposal, long measureId, LocalDate day, Instant now) {
        duties.meet(
                handle,
                person.id(),
                ConductDuties.DECIDE,
                ConductDuties.proposal(proposal.id()),
                staff.id(),
                now,
                "/people/" + person.id() + "/conduct/measures/" + measureId);
        Instant decided = day.atStartOfDay(person.zone()).toInstant();
        String ref = ConductDuties.measure(measureId);
        duties.open(handle, person, proposal.kind().outward() ? ConductDuties.SEND : ConductDuties.SERVE, decided, ref);
        if (proposal.kind().punishes()) {
            duties.open(handle, person, ConductDuties.COPY, decided, ref);
        }
    }

    /** The first ground, as evidence on the timeline; the page it leads to lists all. */
    private static String ground(List<Ground> grounds) {
        return grounds.isEmpty() ? "conduct.ground.by-hand" : "conduct.ground." + grounds.getFirst();
    }

    private static String path(long personId, long proposalId) {
        return "/people/" + personId + "/conduct/proposals/" + proposalId;
    }

    private static Proposal waiting(Handle handle, long personId, long proposalId) {
        Proposal proposal = ProposalStore.find(handle, personId, proposalId)
                .orElseThrow(() -> new Refused(Problems.FORM, "conduct.error.unknown"));
        if (proposal.state() != Proposal.State.PROPOSED) {
            throw new Refused(Problems.FORM, "conduct.error.closed");
        }
        return proposal;
    }

    private static Person lock(Handle handle, Staff staff, long personId) {
        return PersonStore.lock(handle, staff, personId).orElseThrow(PeopleService::unknown);
    }
}
