package org.guitu.geofence.judgement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.guitu.geofence.rule.DeviceTerms;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.scenario.TestZones;
import org.guitu.geofence.scenario.Track;
import org.guitu.geofence.schedule.ScheduleExceptions;
import org.guitu.geofence.schedule.ScheduleExceptions.Hours;
import org.guitu.geofence.schedule.ScheduleExceptions.Pause;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.track.DeviceFact;
import org.guitu.geofence.track.Fix;
import org.guitu.geofence.zone.Area;
import org.guitu.geofence.zone.PlaceIndex;

/** A random but plausible stretch of somebody's life: errands, noise, wild fixes, gaps, facts, ties, and rules that change meanwhile. */
public final class RandomTimeline {

    private static final Instant START = Track.at("00:00");

    private final Random random;

    public RandomTimeline(long seed) {
        random = new Random(seed);
    }

    /** Reports in device-time order, each received when it was made. */
    public List<Fix> fixes() {
        var fixes = new ArrayList<Fix>();
        Instant at = START.plusSeconds(random.nextInt(40_000));
        int count = 50 + random.nextInt(250);
        double east = 0;
        int stay = 0;
        double[] places = {0, 0, 0, 60, 130, 300, 1000, 2000, 2050, 5000};
        for (int i = 0; i < count; i++) {
            if (stay-- <= 0) {
                east = places[random.nextInt(places.length)];
                stay = 1 + random.nextInt(20);
            }
            fixes.add(fix(at, east));
            at = at.plusSeconds(
                    random.nextInt(40) == 0
                            ? 0
                            : random.nextInt(25) == 0 ? 7_000 + random.nextInt(90_000) : 15 + random.nextInt(280));
        }
        return fixes;
    }

    private Fix fix(Instant at, double east) {
        boolean wild = random.nextInt(20) == 0;
        double spread = wild ? 300 : 15;
        double accuracy = wild ? 2 : 5 + random.nextInt(30);
        Fix plain = Track.fix(at, at, east + spread * random.nextGaussian(), spread * random.nextGaussian(), accuracy);
        Set<DeviceFact> facts = EnumSet.noneOf(DeviceFact.class);
        if (random.nextInt(12) == 0) {
            facts.add(DeviceFact.values()[random.nextInt(DeviceFact.values().length)]);
        }
        return new Fix(
                at,
                at,
                plain.contentHash(),
                plain.latitude(),
                plain.longitude(),
                random.nextInt(15) != 0,
                random.nextInt(4) == 0 ? null : accuracy,
                null,
                random.nextInt(3) == 0 ? Integer.valueOf(random.nextInt(12)) : null,
                Fix.Source.GNSS,
                facts);
    }

    /** Rules about home and school, some of which begin, change or end on the way. */
    public RuleBook book() {
        var rules = new ArrayList<Rule>();
        Instant change = START.plus(Duration.ofMinutes(random.nextInt(4_000)));
        Instant end = change.plus(Duration.ofMinutes(1 + random.nextInt(3_000)));
        var nightly = Optional.of(TestZones.daily("21:00-06:00"));
        var shorter = Optional.of(TestZones.daily("22:30-06:00 Asia/Shanghai"));
        rules.add(TestZones.rule(1, RuleKind.STAY_IN, TestZones.circle(0, 0, 3000), Optional.empty()));
        rules.add(TestZones.between(
                TestZones.rule(2, RuleKind.KEEP_OUT, TestZones.school(), Optional.empty()), Instant.MIN, change));
        rules.add(TestZones.between(
                TestZones.rule(2, RuleKind.KEEP_OUT, TestZones.circle(1000, 0, 200), Optional.empty()), change, end));
        rules.add(
                TestZones.between(TestZones.rule(3, RuleKind.STAY_IN, TestZones.home(), nightly), Instant.MIN, change));
        rules.add(
                TestZones.between(TestZones.rule(3, RuleKind.STAY_IN, TestZones.home(), shorter), change, Instant.MAX));
        rules.add(TestZones.between(
                TestZones.rule(4, RuleKind.STAY_IN, TestZones.circle(30, 0, 120), Optional.empty()), change, end));
        rules.addAll(newerOrders(change, end));
        return new RuleBook(7, rules, List.of(DeviceTerms.defaults(), terms(change)));
    }

    /** A band that warns, alternatives with leave and a holiday, attendance, a group of places. */
    private List<Rule> newerOrders(Instant change, Instant end) {
        LocalDateTime leave = LocalDateTime.ofInstant(change, ZoneOffset.UTC).plusHours(random.nextInt(40));
        var exceptions = new ScheduleExceptions(
                Map.of(leave.toLocalDate().plusDays(1), List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(2, 0)))),
                List.of(new Pause(leave, leave.plusMinutes(1 + random.nextInt(3_000)))));
        Area either = new Area.AnyOf(List.of(TestZones.home(), TestZones.circle(1000, 0, 150)));
        Area all = new Area.Group(
                1,
                1,
                PlaceIndex.of(List.of(
                        new PlaceIndex.Place(11, TestZones.circle(1000, 0, 80)),
                        new PlaceIndex.Place(12, TestZones.circle(5000, 0, 200)))));
        var attend = new Order.StayIn(either, Optional.of(Duration.ofMinutes(10 + random.nextInt(200))));
        return List.of(
                TestZones.between(
                        TestZones.rule(5, new Order.KeepOut(TestZones.school(), 400), Optional.empty()),
                        Instant.MIN,
                        end),
                TestZones.rule(
                        6,
                        Order.stayIn(either),
                        Optional.of(TestZones.daily("20:00-07:00").with(exceptions))),
                TestZones.rule(
                        7,
                        Order.stayIn(TestZones.circle(0, 0, 2500)),
                        Optional.of(WeeklySchedule.always(ZoneOffset.UTC, exceptions))),
                TestZones.between(
                        TestZones.rule(8, attend, Optional.of(TestZones.daily("08:00-14:30"))), Instant.MIN, end),
                TestZones.rule(9, Order.keepOut(all), Optional.of(TestZones.daily("06:00-23:00"))));
    }

    private DeviceTerms terms(Instant change) {
        return new DeviceTerms(
                change.plusSeconds(random.nextInt(100_000)),
                Duration.ofMinutes(5 + random.nextInt(60)),
                0.005 + 0.05 * random.nextDouble());
    }

    public Random random() {
        return random;
    }
}
