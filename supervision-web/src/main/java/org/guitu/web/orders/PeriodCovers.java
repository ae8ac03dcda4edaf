package org.guitu.web.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.schedule.Span;
import org.guitu.ingest.admit.CollectionHours;
import org.guitu.ingest.admit.RandomPoints;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.devices.DeviceKind;
import org.guitu.web.devices.Wearing;
import org.guitu.web.devices.WearingStore;
import org.jdbi.v3.core.Handle;

/**
 * Keeps in step with sensitive periods what is admitted of a person's phone beside its plan: exactly on the days of a period that holds where the
 * person is supervised, while the plan stands and the phone is worn, and not while a bracelet is authorised. The plan itself is not touched, so
 * that all is as before when the period is over.
 */
final class PeriodCovers {

    private static final CaseLog LOG = new CaseLog();
    private static final long GOLDEN = 0xD1B54A32D192ED03L;

    private final Covers covers;

    PeriodCovers(Covers covers) {
        this.covers = covers;
    }

    /** After anything has changed about the periods, bases or phones of a person. Doing it again changes nothing. */
    void follow(Handle handle, long personId, Instant now) {
        Optional<PeriodStore.Place> place = PeriodStore.lock(handle, personId);
        List<PeriodCover> wanted = new ArrayList<>(
                place.map(at -> wanted(handle, personId, at, now)).orElse(List.of()));
        for (PeriodCover standing : PeriodStore.standing(handle, personId, now)) {
            if (!wanted.removeIf(wish -> wish.same(standing, now))) {
                covers.endPeriod(handle, standing.coverId(), now);
            }
        }
        wanted.forEach(wish -> covers.coverPeriod(handle, personId, wish));
        wanted.stream()
                .map(wish -> CaseEntry.of("orders.log.period")
                        .day(wish.firstDay())
                        .day(wish.lastDay())
                        .text(wish.name())
                        .leadingTo("/people/" + personId + "/bases"))
                .distinct()
                .forEach(entry -> LOG.record(handle, null, personId, now, entry));
    }

    private static List<PeriodCover> wanted(Handle handle, long personId, PeriodStore.Place place, Instant now) {
        List<PeriodStore.Asking> asking = PeriodStore.asking(handle, place, now);
        if (asking.isEmpty()) {
            return List.of();
        }
        List<Basis> bases = BasisStore.ofPerson(handle, personId).stream()
                .filter(basis -> !basis.revoked() && basis.until().isAfter(now))
                .toList();
        List<Span> authorised = Span.merged(bases.stream()
                .filter(basis -> basis.kind() == BasisKind.AUTHORISATION)
                .map(basis -> new Span(basis.from(), basis.until()))
                .toList());
        List<Wearing> phones = WearingStore.ofPerson(handle, personId).stream()
                .filter(worn -> worn.kind() == DeviceKind.PHONE)
                .toList();
        List<PeriodCover> wanted = new ArrayList<>();
        for (PeriodStore.Asking period : asking) {
            OrderLimits limits = OrderLimits.of(handle, place.organisationId(), period.firstDay());
            for (Basis plan : bases) {
                Optional<CollectionHours> more = plan.kind() == BasisKind.PHONE_PLAN
                        ? more(plan, period.hours(), personId, limits)
                        : Optional.empty();
                for (Wearing phone : more.isPresent() ? phones : List.<Wearing>of()) {
                    for (Span span : Span.without(span(period, place, plan, phone, now), authorised)) {
                        wanted.add(new PeriodCover(
                                0,
                                period.id(),
                                plan.id(),
                                phone.deviceId(),
                                span.from(),
                                span.to(),
                                period.name(),
                                period.firstDay(),
                                period.lastDay(),
                                more.get()));
                    }
                }
            }
        }
        return wanted;
    }

    /** From now on, the days of the period in which the plan stands and the phone is worn. */
    private static List<Span> span(
            PeriodStore.Asking period, PeriodStore.Place place, Basis plan, Wearing phone, Instant now) {
        Instant first = period.firstDay().atStartOfDay(place.zone()).toInstant();
        Instant over = period.lastDay().plusDays(1).atStartOfDay(place.zone()).toInstant();
        Instant from = latest(now, first, plan.from(), phone.from());
        Instant to = earliest(over, plan.until(), phone.to().orElse(Instant.MAX));
        return from.isBefore(to) ? List.of(new Span(from, to)) : List.of();
    }

    /**
     * What a period adds to a plan: its hours, and as many random points as bring the plan to the number it asks for, though to no more than the
     * person's own organisation may draw a day. Nothing to a plan for day and night.
     */
    static Optional<CollectionHours> more(Basis plan, CollectionHours asked, long personId, OrderLimits limits) {
        if (plan.continuous()) {
            return Optional.empty();
        }
        int drawn = plan.hours()
                .flatMap(CollectionHours::points)
                .map(RandomPoints::perDay)
                .orElse(0);
        Optional<RandomPoints> points = asked.points()
                .filter(wish -> Math.min(wish.perDay(), limits.randomPointsMax()) > drawn)
                .map(wish -> new RandomPoints(
                        wish.seed() + personId * GOLDEN,
                        Math.min(wish.perDay(), limits.randomPointsMax()) - drawn,
                        wish.from(),
                        wish.to(),
                        wish.zone(),
                        limits.randomPointMinutes()));
        return asked.weekly().isPresent() || points.isPresent()
                ? Optional.of(new CollectionHours(asked.weekly(), points))
                : Optional.empty();
    }

    private static Instant latest(Instant... instants) {
        return List.of(instants).stream().max(Instant::compareTo).orElseThrow();
    }

    private static Instant earliest(Instant... instants) {
        return List.of(instants).stream().min(Instant::compareTo).orElseThrow();
    }
}
