package org.guitu.geofence.judgement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.scenario.TestZones;
import org.guitu.geofence.scenario.Track;
import org.guitu.geofence.track.DeviceFact;
import org.guitu.geofence.track.Fix;

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
        return new RuleBook(7, rules);
    }

    public Random random() {
        return random;
    }
}
