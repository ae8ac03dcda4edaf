package org.guitu.simulators.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What truly happened on a day, in seconds from its start and metres about home's centre.
 *
 * @param edgeMeters radius of the home circle, 60-120
 * @param homeEast where in it the person sleeps
 * @param homeNorth likewise
 * @param intervalSeconds how often the device reports, 30-120
 * @param curfew whether the order holds only from {@link #OPENS} to {@link #CLOSES}; else all day
 * @param outings in order, apart from each other
 */
record LabTruth(
        double edgeMeters,
        double homeEast,
        double homeNorth,
        double intervalSeconds,
        boolean curfew,
        List<Outing> outings) {

    static final double DAY = 86_400;
    /** 20:00 in Shanghai. */
    static final double OPENS = 12 * 3_600;
    /** 06:00 in Shanghai. */
    static final double CLOSES = 22 * 3_600;

    private static final double STROLL = 1.2;
    private static final double DRIVE = 10;

    static LabTruth of(SplittableRandom random) {
        double edge = random.nextDouble(60, 120);
        boolean curfew = random.nextInt(3) == 0;
        var outings = new ArrayList<Outing>();
        double free = 1_800;
        if (curfew) {
            free = OPENS + 1_800;
            double leaves = random.nextDouble(1_800, 10_800);
            outings.add(day(leaves, random.nextDouble(leaves + 7_200, OPENS - 600), random));
        }
        double end = curfew ? CLOSES - 1_800 : DAY - 1_800;
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            free += random.nextDouble(1_800, curfew ? 7_200 : 20_000);
            Outing outing = outing(free, random);
            if (outing.to() < end) {
                outings.add(outing);
                free = outing.to() + 1_800;
            }
        }
        double spread = edge / 8;
        return new LabTruth(
                edge,
                spread * random.nextGaussian(),
                spread * random.nextGaussian(),
                random.nextDouble(30, 120),
                curfew,
                List.copyOf(outings));
    }

    /** At work, by right. */
    private static Outing day(double from, double to, SplittableRandom random) {
        return new Outing(
                from, to, logUniform(random, 500, 5_000), DRIVE, 0, random.nextDouble(0, 2 * Math.PI), true, true);
    }

    private static Outing outing(double from, SplittableRandom random) {
        double kind = random.nextDouble();
        double depth = logUniform(random, 20, 3_000);
        double speed = kind < 0.5 ? Double.POSITIVE_INFINITY : kind < 0.8 ? random.nextDouble(0.9, 1.6) : DRIVE;
        if (speed < 2) {
            depth = Math.min(depth, 800);
        }
        double strolling = random.nextInt(5) < 3 ? 0 : depth > 500 && random.nextBoolean() ? DRIVE : STROLL;
        double ways = Double.isInfinite(speed) ? 0 : 2 * depth / speed;
        double lasting = ways + logUniform(random, 150, 7_200);
        return new Outing(
                from,
                from + lasting,
                depth,
                speed,
                strolling,
                random.nextDouble(0, 2 * Math.PI),
                strolling == 0 && random.nextBoolean(),
                false);
    }

    static double logUniform(SplittableRandom random, double least, double greatest) {
        return Math.exp(random.nextDouble(Math.log(least), Math.log(greatest)));
    }

    boolean inForce(double second) {
        return !curfew || (second >= OPENS && second < CLOSES);
    }

    /** Where the person is. */
    Place at(double second) {
        double inside = Math.hypot(homeEast, homeNorth);
        for (Outing outing : outings) {
            double lead = outing.lead(edgeMeters);
            if (second >= outing.from() - lead && second < outing.to() + lead) {
                double distance = outing.distance(second, edgeMeters);
                double way = outing.direction(second, edgeMeters);
                // On the way the bed's place fades into the way.
                double bed = Math.max(0, 1 - distance / edgeMeters);
                boolean under = outing.indoors() && distance >= edgeMeters + outing.depthMeters();
                boolean moving = outing.strolling() > 0 || distance < edgeMeters + outing.depthMeters();
                double speed = moving && !outing.abrupt() ? outing.speed() : outing.strolling();
                return new Place(
                        distance * Math.cos(way) + bed * homeEast,
                        distance * Math.sin(way) + bed * homeNorth,
                        under,
                        moving ? speed : 0,
                        distance > edgeMeters ? outing : null);
            }
        }
        return new Place(homeEast, homeNorth, inside < edgeMeters, 0, null);
    }
}
