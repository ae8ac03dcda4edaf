package org.guitu.web.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guitu.web.calendar.LegalDays;
import org.guitu.web.calendar.WorkCalendars;
import org.guitu.web.clockwork.Tick;
import org.guitu.web.limits.Figure;
import org.guitu.web.limits.LimitTable;
import org.guitu.web.limits.Limits;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Opens what comes back: the next report, paper and talk of everyone under supervision, and the checks of a sensitive period. The next is
 * reckoned from when the last was done, or from when the person came back if that was later; the first from now. What someone away cannot do
 * is dropped, and another class sets another pace.
 */
public final class RoutineDuties implements Tick {

    private static final int BATCH = 500;
    private static final DutyKind SENSITIVE = DutyKind.until("duties.sensitive").metByHand();

    private static final List<String> KINDS = Stream.concat(
                    Arrays.stream(Routine.values()).map(Routine::kind), Stream.of(SENSITIVE))
            .map(DutyKind::key)
            .toList();

    private final Jdbi jdbi;

    public RoutineDuties(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "routine-duties";
    }

    @Override
    public void run(Instant now) {
        jdbi.useTransaction(handle -> RoutineStore.dropOfThoseAway(handle, KINDS));
        for (Routine routine : Routine.values()) {
            jdbi.useTransaction(handle -> keepPace(handle, routine, now));
            while (jdbi.inTransaction(handle -> open(handle, routine, now)) == BATCH) {
                // the next batch
            }
        }
        while (jdbi.inTransaction(handle -> openSensitive(handle, now)) == BATCH) {
            // the next batch
        }
    }

    private static int open(Handle handle, Routine routine, Instant now) {
        List<RoutineStore.Waiting> waiting = RoutineStore.without(handle, routine.kind(), BATCH);
        Map<Long, LimitTable> limits = new HashMap<>();
        Map<Long, LegalDays> days = new HashMap<>();
        for (RoutineStore.Waiting person : waiting) {
            Instant event = from(person.lastMetAt(), person.backAt(), now);
            Figure every = limits.computeIfAbsent(person.organisationId(), id -> Limits.of(handle, id))
                    .get(routine.every(person.supervisionClass()), LocalDate.ofInstant(now, person.zone()));
            Instant due = DueDay.after(
                    event,
                    every,
                    false,
                    days.computeIfAbsent(person.organisationId(), id -> WorkCalendars.legalDays(handle, id)),
                    person.zone());
            DutyStore.open(handle, person.personId(), routine.kind(), "", event, due, Optional.of(every));
        }
        return waiting.size();
    }

    /** From when the next is reckoned. */
    private static Instant from(Optional<Instant> lastMetAt, Optional<Instant> backAt, Instant now) {
        return lastMetAt.map(met -> backAt.filter(met::isBefore).orElse(met)).orElse(now);
    }

    /** A closer class asks sooner, from the day of the change at the earliest; a lighter one from when the last was done. */
    private static void keepPace(Handle handle, Routine routine, Instant now) {
        List<RoutineStore.OtherPace> others;
        do {
            others = RoutineStore.otherPace(handle, routine, now, BATCH);
            for (RoutineStore.OtherPace other : others) {
                Figure every = Limits.of(handle, other.organisationId())
                        .get(routine.every(other.supervisionClass()), LocalDate.ofInstant(now, other.zone()));
                LegalDays days = WorkCalendars.legalDays(handle, other.organisationId());
                Instant event = other.eventAt();
                Instant due = DueDay.after(event, every, false, days, other.zone());
                if (due.isBefore(other.dueAt())) {
                    event = event.isBefore(other.classFrom()) ? other.classFrom() : event;
                    Instant closer = DueDay.after(event, every, false, days, other.zone());
                    due = closer.isBefore(other.dueAt()) ? closer : other.dueAt();
                }
                DutyStore.cancel(handle, other.personId(), routine.kind().key(), "", null, Duties.MOVED);
                DutyStore.open(handle, other.personId(), routine.kind(), "", event, due, Optional.of(every));
            }
        } while (others.size() == BATCH);
    }

    private static int openSensitive(Handle handle, Instant now) {
        List<RoutineStore.InPeriod> waiting = RoutineStore.inSensitivePeriods(handle, SENSITIVE, now, BATCH);
        for (RoutineStore.InPeriod person : waiting) {
            Instant event = from(person.lastMetAt(), person.backAt(), now);
            LocalDate lastDay = LocalDate.ofInstant(event, person.zone()).plusDays(person.everyDays());
            Instant due = lastDay.plusDays(1).atStartOfDay(person.zone()).toInstant();
            DutyStore.open(
                    handle, person.personId(), SENSITIVE, "period:" + person.periodId(), event, due, Optional.empty());
        }
        return waiting.size();
    }
}
