package org.guitu.web.orders;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.ingest.admit.HoursJson;
import org.guitu.ingest.registry.Registry;
import org.guitu.web.access.Staff;
import org.guitu.web.clockwork.Tick;
import org.guitu.web.duties.PeriodPlans;
import org.guitu.web.form.Fields;
import org.guitu.web.form.WeeklyHours;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings what a sensitive period asks for to everyone's phone plan: those of a small place at once, the rest with the clock, which also sees who
 * has moved in or out. Each person is one transaction.
 */
public final class SensitivePlans implements PeriodPlans, Tick {

    private static final SecureRandom SEEDS = new SecureRandom();
    private static final int BATCH = 500;
    private static final int AT_ONCE_MAX = 1_000;
    private static final Duration LATELY = Duration.ofHours(2);

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final PeriodCovers covers;

    public SensitivePlans(Jdbi jdbi, Registry registry, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.covers = new PeriodCovers(new Covers(registry));
    }

    @Override
    public Optional<String> read(Handle handle, Staff staff, Form form, Fields fields) {
        PlanForm plan = new PlanForm(
                "",
                "",
                "",
                "",
                WeeklyHours.sent(form::list, form::text),
                form.text("pointsPerDay"),
                form.text("pointsFrom"),
                form.text("pointsTo"));
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), staff.organisation().zone());
        OrderLimits limits = OrderLimits.of(handle, staff.organisation().id(), today);
        return PlanHours.given(staff.organisation().zone(), plan, limits, SEEDS.nextLong(), fields)
                .map(HoursJson::write);
    }

    @Override
    public void follow() {
        follow(clock.instant(), AT_ONCE_MAX);
    }

    @Override
    public String words(Page page, String kept) {
        return BasisWords.hours(page, HoursJson.read(kept));
    }

    @Override
    public String name() {
        return "sensitive-plans";
    }

    @Override
    public void run(Instant now) {
        follow(now, Integer.MAX_VALUE);
        each(jdbi.withHandle(handle -> PeriodStore.arrived(handle, now.minus(LATELY), now)), now);
    }

    private void follow(Instant now, int max) {
        List<Long> outlived = jdbi.withHandle(handle -> PeriodStore.outlived(handle, now, BATCH));
        int done = 0;
        while (!outlived.isEmpty() && done < max) {
            each(outlived, now);
            done += outlived.size();
            outlived = jdbi.withHandle(handle -> PeriodStore.outlived(handle, now, BATCH));
        }
        for (long periodId : jdbi.withHandle(handle -> PeriodStore.unfollowed(handle, now))) {
            done += follow(periodId, now, max - done);
        }
    }

    private int follow(long periodId, Instant now, int max) {
        int done = 0;
        long after = 0;
        while (done < max) {
            long from = after;
            List<Long> people = jdbi.withHandle(handle -> PeriodStore.planned(handle, periodId, now, from, BATCH));
            each(people, now);
            done += people.size();
            if (people.size() < BATCH) {
                jdbi.useHandle(handle -> PeriodStore.followed(handle, periodId, now));
                return done;
            }
            after = people.getLast();
        }
        return done;
    }

    private void each(List<Long> people, Instant now) {
        people.forEach(personId -> jdbi.useTransaction(handle -> covers.follow(handle, personId, now)));
    }
}
