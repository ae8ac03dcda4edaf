package org.guitu.web.resettlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.clockwork.Tick;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Ends help by itself the day after its last. */
public final class ResettlementEnd implements Tick {

    private static final int BATCH = 500;

    private final Jdbi jdbi;
    private final CaseLog log = new CaseLog();

    public ResettlementEnd(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "resettlement-end";
    }

    @Override
    public void run(Instant now) {
        while (jdbi.inTransaction(handle -> some(handle, now)) == BATCH) {
            // the next batch
        }
    }

    private int some(Handle handle, Instant now) {
        List<Long> people = ResettlementStore.expired(handle, now, BATCH);
        for (long id : people) {
            ResettlementStore.standing(handle, id).ifPresent(standing -> end(handle, standing, now));
        }
        return people.size();
    }

    private void end(Handle handle, Resettlement standing, Instant now) {
        Person person = PersonStore.get(handle, standing.personId());
        LocalDate after = standing.untilOn().plusDays(1);
        Ending.end(handle, standing, after, EndReason.EXPIRED, "", null);
        log.record(
                handle,
                null,
                person.id(),
                now,
                ResettlementService.entry("expired", person.id()).day(standing.untilOn()));
    }
}
