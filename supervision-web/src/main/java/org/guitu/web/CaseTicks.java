package org.guitu.web;

import java.util.List;
import org.guitu.web.clockwork.Tick;
import org.guitu.web.conduct.MonthlyDuties;
import org.guitu.web.devices.FittingTick;
import org.guitu.web.duties.RoutineDuties;
import org.guitu.web.education.MonthTick;
import org.guitu.web.leave.LeaveClock;
import org.guitu.web.lifecycle.TermDuties;
import org.guitu.web.resettlement.ResettlementEnd;
import org.jdbi.v3.core.Jdbi;

/** What the clock does for cases, in the order in which it does it. */
final class CaseTicks {

    private CaseTicks() {}

    static List<Tick> of(Jdbi jdbi) {
        return List.of(
                new RoutineDuties(jdbi),
                new TermDuties(jdbi),
                new FittingTick(jdbi),
                new MonthlyDuties(jdbi),
                new MonthTick(jdbi),
                new LeaveClock(jdbi),
                new ResettlementEnd(jdbi));
    }
}
