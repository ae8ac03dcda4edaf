package org.guitu.web.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.clockwork.Tick;
import org.guitu.web.duties.Duties;
import org.guitu.web.duties.DutyKind;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps what depends on the term and the kind of sentence: the summary before an end that may have moved, and the papers on health that come
 * back as long as a temporary execution lasts. It also moves the day of reporting in with the decision.
 */
public final class TermDuties implements Tick {

    private static final int BATCH = 500;

    private final Jdbi jdbi;
    private final Duties duties = new Duties();

    public TermDuties(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "term-duties";
    }

    @Override
    public void run(Instant now) {
        while (jdbi.inTransaction(this::summaries) == BATCH) {
            // the next batch
        }
        jdbi.useTransaction(this::reportIns);
        for (DutyKind kind : List.of(StepDuties.MEDICAL_REPORT, StepDuties.MEDICAL_REVIEW)) {
            while (jdbi.inTransaction(handle -> health(handle, kind, now)) == BATCH) {
                // the next batch
            }
        }
    }

    /** Everyone in corrections has the summary of the end that stands now, and of no other. */
    private int summaries(Handle handle) {
        List<Long> people = handle.createQuery("""
                        select z.person_id from supervision.person_state z join supervision.person p using (person_id)
                         where z.superseded_at is null and z.valid_to is null and p.term_to is not null
                           and z.state in ('ACTIVE', 'ON_LEAVE', 'TRANSFERRING', 'OUT_OF_SUPERVISION', 'SUSPENDED_DETAINED')
                           and not exists (select 1 from supervision.duty d where d.person_id = z.person_id
                                              and d.kind = :kind and d.ref = p.term_to::text and d.cancelled_at is null)
                         order by z.person_id limit :limit""")
                .bind("kind", StepDuties.SUMMARY.key())
                .bind("limit", BATCH)
                .mapTo(Long.class)
                .list();
        for (long id : people) {
            Person person = PersonStore.get(handle, id);
            standing(handle, id)
                    .ifPresent(ref -> duties.cancel(handle, id, StepDuties.SUMMARY, ref, null, Duties.MOVED));
            LocalDate last = person.termTo().orElseThrow();
            duties.openBefore(handle, person, StepDuties.SUMMARY, last, last.toString());
        }
        return people.size();
    }

    /** Whoever is still to report in does so by the decision as it stands now: its day may have been entered after the papers came. */
    private void reportIns(Handle handle) {
        List<Long> people = handle.createQuery("""
                        select distinct d.person_id from supervision.duty d
                          join supervision.decision c on c.person_id = d.person_id
                          join supervision.decision_revision r on r.decision_id = c.decision_id
                         where d.kind = :kind and d.met_at is null and d.cancelled_at is null
                           and (r.recorded_at > d.opened_at or c.withdrawn_at > d.opened_at)""")
                .bind("kind", StepDuties.REPORT_IN.key())
                .mapTo(Long.class)
                .list();
        for (long id : people) {
            Person person = PersonStore.get(handle, id);
            Optional<LocalDate> served = StepStore.ofCase(handle, id).stream()
                    .filter(step ->
                            step.step() == CaseStep.PAPERS && step.undoReason().isEmpty())
                    .map(TakenStep::happenedOn)
                    .findFirst();
            Optional<Instant> counted = duties.openSince(handle, id, StepDuties.REPORT_IN, StepDuties.ONE);
            served.map(day -> ReportIn.from(handle, person, day)
                            .atStartOfDay(person.zone())
                            .toInstant())
                    .filter(from -> !counted.equals(Optional.of(from)))
                    .ifPresent(from -> {
                        duties.cancel(handle, id, StepDuties.REPORT_IN, StepDuties.ONE, null, Duties.MOVED);
                        duties.open(handle, person, StepDuties.REPORT_IN, from, StepDuties.ONE);
                    });
        }
    }

    private static Optional<String> standing(Handle handle, long personId) {
        return handle.createQuery("""
                        select ref from supervision.duty
                         where person_id = :person and kind = :kind and met_at is null and cancelled_at is null""")
                .bind("person", personId)
                .bind("kind", StepDuties.SUMMARY.key())
                .mapTo(String.class)
                .findFirst();
    }

    private int health(Handle handle, DutyKind kind, Instant now) {
        List<Long> people = handle.createQuery("""
                        select z.person_id from supervision.person_state z
                          join supervision.person_category c on c.person_id = z.person_id and c.superseded_at is null
                               and c.valid_to is null and c.category = 'TEMPORARY_EXECUTION'
                         where z.superseded_at is null and z.valid_to is null and z.state in ('ACTIVE', 'ON_LEAVE', 'TRANSFERRING')
                           and not exists (select 1 from supervision.duty d where d.person_id = z.person_id and d.kind = :kind
                                              and d.met_at is null and d.cancelled_at is null)
                         order by z.person_id limit :limit""")
                .bind("kind", kind.key())
                .bind("limit", BATCH)
                .mapTo(Long.class)
                .list();
        for (long id : people) {
            Instant last = handle.createQuery(
                            "select max(met_at) from supervision.duty where person_id = :person and kind = :kind")
                    .bind("person", id)
                    .bind("kind", kind.key())
                    .mapTo(Instant.class)
                    .findOne()
                    .orElse(now);
            duties.open(handle, PersonStore.get(handle, id), kind, last, StepDuties.ONE);
        }
        return people.size();
    }
}
