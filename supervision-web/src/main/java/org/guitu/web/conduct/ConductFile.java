package org.guitu.web.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guitu.web.limits.LimitTable;
import org.guitu.web.limits.Limits;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/**
 * All that is known of a person's conduct, and what the ladder makes of it.
 *
 * @param caseFrom from when the case runs, where it is not the first: what was done in an earlier one calls for nothing in this
 * @param begun the day from which the person has been in corrections in this case; empty: not yet
 * @param commendationMonths so many in corrections before a commendation for the four conditions
 */
record ConductFile(
        Person person,
        List<Incident> incidents,
        List<Proposal> proposals,
        List<Measure> measures,
        List<Assessment> assessments,
        LadderFigures figures,
        Optional<LocalDate> caseFrom,
        Optional<LocalDate> begun,
        int commendationMonths,
        LocalDate today) {

    static ConductFile read(Handle handle, Person person, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, person.zone());
        LimitTable table = Limits.of(handle, person.organisationId());
        return new ConductFile(
                person,
                IncidentStore.ofPerson(handle, person.id()),
                ProposalStore.ofPerson(handle, person.id()),
                MeasureStore.ofPerson(handle, person.id()),
                AssessmentStore.ofPerson(handle, person.id()),
                LadderFigures.of(table, today),
                caseFrom(handle, person),
                begun(handle, person),
                table.value(Commendation.MONTHS_MIN, today),
                today);
    }

    /** Whether something can go wrong that is ours to answer: from when the person must report in until the case is closed. */
    static boolean answerable(Person person) {
        return person.category().supervised()
                && person.state()
                        .filter(state -> state != CaseState.INVESTIGATION && !state.closed())
                        .isPresent();
    }

    /** What the ladder calls for and nobody has put forward yet. */
    List<Rung> rungs() {
        if (!answerable(person)) {
            return List.of();
        }
        return climb().stream()
                .filter(rung -> openFor(rung.incident().id())
                        .filter(proposal -> !rung.kind().heavierThan(proposal.kind()))
                        .isEmpty())
                .toList();
    }

    Optional<Rung> rung(long incidentId) {
        return climb().stream()
                .filter(rung -> rung.incident().id() == incidentId)
                .findFirst();
    }

    private List<Rung> climb() {
        List<Incident> counted = incidents.stream()
                .filter(incident -> inThisCase(incident.first()))
                .toList();
        return Ladder.climb(person.category(), counted, received(), figures, today);
    }

    private boolean inThisCase(LocalDate day) {
        return caseFrom.filter(day::isBefore).isEmpty();
    }

    /** The proposal that waits because of an incident. */
    Optional<Proposal> openFor(long incidentId) {
        return proposals.stream()
                .filter(proposal -> proposal.state() == Proposal.State.PROPOSED
                        && proposal.incidents().contains(incidentId))
                .findFirst();
    }

    /** The assessment that stands for a month written {@code 2026-11}. */
    Optional<Assessment> assessment(String month) {
        Optional<LocalDate> first = AssessmentForm.month(month);
        return assessments.stream()
                .filter(assessment -> first.equals(Optional.of(assessment.month())))
                .findFirst();
    }

    Optional<Incident> incident(long incidentId) {
        return incidents.stream()
                .filter(incident -> incident.id() == incidentId)
                .findFirst();
    }

    List<Received> received() {
        Map<Long, Incident> known = incidents.stream().collect(Collectors.toMap(Incident::id, Function.identity()));
        Map<Long, Proposal> byId = proposals.stream().collect(Collectors.toMap(Proposal::id, Function.identity()));
        return measures.stream()
                .filter(measure -> measure.receivedOn().filter(this::inThisCase).isPresent())
                .map(measure -> {
                    Optional<Proposal> proposal = Optional.ofNullable(byId.get(measure.proposalId()));
                    return new Received(
                            measure.id(),
                            measure.effective(),
                            measure.receivedOn().orElseThrow(),
                            proposal.stream()
                                    .flatMap(found -> found.grounds().stream())
                                    .collect(Collectors.toSet()),
                            proposal.stream()
                                    .flatMap(found -> found.incidents().stream())
                                    .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                                    .map(Incident::kind)
                                    .collect(Collectors.toSet()));
                })
                .toList();
    }

    private static Optional<LocalDate> caseFrom(Handle handle, Person person) {
        return handle.createQuery("""
                        select max(valid_to) as ended from supervision.person_state
                         where person_id = :person and superseded_at is null
                           and state in ('CLOSED_EXPIRED', 'CLOSED_PARDON', 'TERMINATED')
                        having max(valid_to) is not null""")
                .bind("person", person.id())
                .map((row, context) -> row.getTimestamp("ended").toInstant())
                .findOne()
                .map(ended -> LocalDate.ofInstant(ended, person.zone()));
    }

    private static Optional<LocalDate> begun(Handle handle, Person person) {
        return handle.createQuery("""
                        select min(valid_from) as begun from supervision.person_state
                         where person_id = :person and superseded_at is null
                           and valid_from >= coalesce((select max(valid_to) from supervision.person_state
                                where person_id = :person and superseded_at is null
                                  and state in ('CLOSED_EXPIRED', 'CLOSED_PARDON', 'TERMINATED')), '-infinity')
                           and state in ('ACTIVE', 'ON_LEAVE', 'TRANSFERRING', 'OUT_OF_SUPERVISION', 'SUSPENDED_DETAINED')
                        having min(valid_from) is not null""")
                .bind("person", person.id())
                .map((row, context) -> row.getTimestamp("begun").toInstant())
                .findOne()
                .map(begun -> LocalDate.ofInstant(begun, person.zone()));
    }
}
