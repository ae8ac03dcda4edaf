package org.guitu.web;

import java.time.InstantSource;
import java.util.List;
import org.guitu.ingest.registry.Registry;
import org.guitu.web.clockwork.Tick;
import org.guitu.web.conduct.MonthlyDuties;
import org.guitu.web.devices.FittingTick;
import org.guitu.web.duties.RoutineDuties;
import org.guitu.web.education.MonthTick;
import org.guitu.web.leave.LeaveClock;
import org.guitu.web.lifecycle.TermDuties;
import org.guitu.web.orders.SensitivePlans;
import org.guitu.web.resettlement.ResettlementEnd;
import org.jdbi.v3.core.Jdbi;

/** What the clock does for cases, in the order in which it does it. */
final class CaseTicks {

    private CaseTicks() {}

    static List<Tick> of(Jdbi jdbi, InstantSource clock) {
        return List.of(
                new RoutineDuties(jdbi),
                new TermDuties(jdbi),
                new FittingTick(jdbi),
                new MonthlyDuties(jdbi),
                new MonthTick(jdbi),
                new LeaveClock(jdbi),
                new SensitivePlans(jdbi, new Registry(clock), clock),
                new ResettlementEnd(jdbi));
    }
}
