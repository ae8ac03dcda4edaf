package org.guitu.web.devices;

import java.time.Instant;
import java.util.List;
import org.guitu.web.clockwork.Tick;
import org.jdbi.v3.core.Jdbi;

/** Looks at what newly fitted bracelets have said, so that a check that makes itself need not be ticked. */
public final class FittingTick implements Tick {

    private static final int BATCH = 200;

    private final Jdbi jdbi;
    private final Fittings fittings = new Fittings();

    public FittingTick(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "fitting-checks";
    }

    @Override
    public void run(Instant now) {
        long after = 0;
        while (after >= 0) {
            long from = after;
            after = jdbi.inTransaction(handle -> {
                List<Wearing> worn = FittingStore.unchecked(handle, from, BATCH);
                worn.forEach(one -> fittings.settle(handle, one, null, now));
                return worn.size() < BATCH ? -1L : worn.getLast().activationId();
            });
        }
    }
}
