package org.guitu.web.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * reckoned from when the last was done; the first from now.
 */
public final class RoutineDuties implements Tick {

    private static final int BATCH = 500;
    private static final DutyKind SENSITIVE = DutyKind.until("duties.sensitive").metByHand();

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
        for (Routine routine : Routine.values()) {
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
            Instant event = person.lastMetAt().orElse(now);
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

    private static int openSensitive(Handle handle, Instant now) {
        List<RoutineStore.InPeriod> waiting = RoutineStore.inSensitivePeriods(handle, SENSITIVE, now, BATCH);
        for (RoutineStore.InPeriod person : waiting) {
            Instant event = person.lastMetAt().orElse(now);
            LocalDate lastDay = LocalDate.ofInstant(event, person.zone()).plusDays(person.everyDays());
            Instant due = lastDay.plusDays(1).atStartOfDay(person.zone()).toInstant();
            DutyStore.open(
                    handle, person.personId(), SENSITIVE, "period:" + person.periodId(), event, due, Optional.empty());
        }
        return waiting.size();
    }
}
