package org.guitu.geofence.judgement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.guitu.geofence.evidence.EvidenceSettings;
import org.guitu.geofence.rule.DeviceTerms;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.scenario.TestZones;
import org.guitu.geofence.scenario.Track;
import org.guitu.geofence.track.Fix;

/**
 * How quiet and how prompt is the judge on days whose truth is known? Prints false and missed findings and the delay against the bound, the arrival
 * of the second valid fix. Run: {@code java -cp target/classes:target/test-classes:… org.guitu.geofence.judgement.NoiseLab [days] [seed]}.
 */
public final class NoiseLab {

    private static final Instant START = Track.at("00:00");

    /** 1 is a bad receiver in a bad house; at 0.5 two fixes in a row clear of their accuracy mislead 0.15 times a day. */
    private static final double HARSHNESS = Double.parseDouble(System.getProperty("harshness", "0.5"));

    private NoiseLab() {}

    /** A violation as it truly was, seconds of the day. */
    private record Outing(double from, double to, double depth, double speed) {
        double out(double second, double edge) {
            double ramp = Math.min(second - from, to - second) * speed;
            return second < from || second > to ? 0 : Math.min(depth + edge, ramp + edge);
        }
    }

    private record Day(List<Fix> fixes, List<List<Fix>> valid, List<Outing> outings, double radius) {}

    public static void main(String[] args) {
        int days = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        System.out.println(days + " device-days from seed " + seed);
        for (double share : new double[] {0.01, 0.02, 0.05}) {
            run(days, seed, share);
        }
    }

    private static void run(int days, long seed, double wildShare) {
        int falseFindings = 0;
        int missed = 0;
        int due = 0;
        int fragments = 0;
        int naive = 0;
        var ratios = new ArrayList<double[]>();
        var judge = new Judge(settings());
        var naiveRatios = new ArrayList<double[]>();
        for (long s = seed; s < seed + days; s++) {
            Day day = day(new Random(s * 7919), wildShare);
            RuleBook book = TestZones.book(TestZones.stayIn(TestZones.circle(0, 0, day.radius)));
            Fold fold = judge.fold(Checkpoint.start(), day.fixes, book, START.plusSeconds(86_400));
            boolean[] hit = new boolean[day.outings.size()];
            for (Finding finding : fold.findings()) {
                int of = outing(day, finding);
                if (of < 0) {
                    falseFindings++;
                    if (args("verbose")) {
                        System.out.println("seed " + s + " " + finding);
                    }
                } else if (hit[of]) {
                    fragments++;
                } else {
                    hit[of] = true;
                    double bound = second(day, of, 1);
                    if (!Double.isNaN(bound) && day.outings.get(of).depth >= 60) {
                        double confirmed = seconds(finding.confirmedAt());
                        double from = day.outings.get(of).from;
                        ratios.add(new double[] {confirmed - from, bound - from});
                    }
                }
            }
            for (int i = 0; i < hit.length; i++) {
                Outing outing = day.outings.get(i);
                if (outing.depth >= 60
                        && outing.to - outing.from >= 240
                        && day.valid.get(i).size() >= 3) {
                    due++;
                    missed += hit[i] ? 0 : 1;
                }
            }
            naive += naive(day);
            for (int i = 0; i < hit.length; i++) {
                double bound = second(day, i, 1);
                double confirmed = naiveConfirmed(day, i);
                double from = day.outings.get(i).from;
                if (!Double.isNaN(bound) && !Double.isNaN(confirmed) && day.outings.get(i).depth >= 60) {
                    naiveRatios.add(new double[] {confirmed - from, bound - from});
                }
            }
        }
        System.out.printf(
                "wild %.0f%%: %.4f false a day (naive two-in-a-row %.3f), missed %d of %d, %d fragments, delay median %.2f p90 %.2f of the bound (naive %.2f, %.2f)%n",
                wildShare * 100,
                falseFindings / (double) days,
                naive / (double) days,
                missed,
                due,
                fragments,
                quantile(ratios, 0.5),
                quantile(ratios, 0.9),
                quantile(naiveRatios, 0.5),
                quantile(naiveRatios, 0.9));
    }

    private static boolean args(String property) {
        return Boolean.getBoolean(property);
    }

    /** Ratio of quantiles: of the delay to the bound. */
    private static double quantile(List<double[]> ratios, double q) {
        double[] delay = ratios.stream().mapToDouble(r -> r[0]).sorted().toArray();
        double[] bound = ratios.stream().mapToDouble(r -> r[1]).sorted().toArray();
        int i = (int) (q * (delay.length - 1));
        return delay[i] / bound[i];
    }

    private static EvidenceSettings settings() {
        var d = EvidenceSettings.of(DeviceTerms.defaults().freshFor());
        return new EvidenceSettings(
                d.freshFor(),
                number("violate", d.violateRate()),
                number("comply", d.complyRate()),
                d.firstPrior(),
                number("confirm", d.confirmAt()),
                number("drift", d.driftMeters()),
                number("driftSeconds", d.driftSeconds()),
                number("glitch", d.glitchSeconds()),
                number("spread", d.wildSpreadMeters()),
                number("plausible", d.plausibleMetersPerSecond()));
    }

    private static double number(String property, double otherwise) {
        return Double.parseDouble(System.getProperty(property, String.valueOf(otherwise)));
    }

    private static double naiveConfirmed(Day day, int outing) {
        Outing o = day.outings.get(outing);
        int run = 0;
        for (Fix fix : day.fixes) {
            double second = seconds(fix.at());
            if (second < o.from || second > o.to) {
                continue;
            }
            Double accuracy = fix.accuracyMeters();
            run = out(day, fix) > (accuracy == null ? 15 : accuracy) ? run + 1 : 0;
            if (run == 2) {
                return second;
            }
        }
        return Double.NaN;
    }

    private static double out(Day day, Fix fix) {
        return org.guitu.geofence.zone.LocalFrame.at(fix.latitude(), fix.longitude())
                        .distance(TestZones.LATITUDE, TestZones.LONGITUDE)
                - day.radius;
    }

    private static int naive(Day day) {
        int count = 0;
        int run = 0;
        for (Fix fix : day.fixes) {
            double out = out(day, fix);
            double second = seconds(fix.at());
            boolean truth = day.outings.stream().anyMatch(o -> second >= o.from - 60 && second <= o.to + 300);
            Double accuracy = fix.accuracyMeters();
            run = out > (accuracy == null ? 15 : accuracy) && !truth ? run + 1 : 0;
            count += run == 2 ? 1 : 0;
        }
        return count;
    }

    private static int outing(Day day, Finding finding) {
        for (int i = 0; i < day.outings.size(); i++) {
            double end = finding.end() == null ? 86_400 : seconds(finding.end());
            if (seconds(finding.start()) <= day.outings.get(i).to + 300 && end >= day.outings.get(i).from) {
                return i;
            }
        }
        return -1;
    }

    private static double second(Day day, int outing, int index) {
        List<Fix> valid = day.valid.get(outing);
        return valid.size() <= index ? Double.NaN : seconds(valid.get(index).at());
    }

    private static double seconds(Instant at) {
        return (at.toEpochMilli() - START.toEpochMilli()) / 1000.0;
    }

    private static Day day(Random random, double wildShare) {
        double radius = 60 + 60 * random.nextDouble();
        double interval = 30 + 90 * random.nextDouble();
        double core = 5 + 8 * random.nextDouble();
        double driftIndoors = HARSHNESS * (8 + 17 * random.nextDouble());
        double homeEast = 15 * random.nextGaussian();
        double homeNorth = 15 * random.nextGaussian();
        var outings = new ArrayList<Outing>();
        double at = 3_000 + 10_000 * random.nextDouble();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            double speed = random.nextInt(3) == 0 ? 8 : 1.3;
            double depth = Math.exp(Math.log(40) + random.nextDouble() * Math.log(20));
            double lasting = 200 + 3_000 * random.nextDouble() + 2 * depth / speed;
            outings.add(new Outing(at, at + lasting, depth, speed));
            at += lasting + 4_000 + 15_000 * random.nextDouble();
        }
        double way = random.nextDouble() * 2 * Math.PI;
        var fixes = new ArrayList<Fix>();
        List<List<Fix>> valid = new ArrayList<>();
        outings.forEach(o -> valid.add(new ArrayList<>()));
        double driftEast = 0;
        double driftNorth = 0;
        double badUntil = -1;
        double gapUntil = -1;
        for (double second = interval; second < 86_400; second += interval) {
            double keep = Math.exp(-interval / 300);
            if (random.nextDouble() < interval / 40_000) {
                badUntil = second + 180;
            }
            double drift = second < badUntil ? HARSHNESS * 45 : driftIndoors;
            driftEast = keep * driftEast + Math.sqrt(1 - keep * keep) * drift * random.nextGaussian();
            driftNorth = keep * driftNorth + Math.sqrt(1 - keep * keep) * drift * random.nextGaussian();
            if (random.nextDouble() < interval / 15_000) {
                gapUntil = second + 300 + 3_000 * random.nextDouble();
            }
            double kind = random.nextDouble();
            double wildWay = random.nextDouble() * 2 * Math.PI;
            double wildFar = 80 - 180 * Math.log(1 - random.nextDouble());
            double gaussEast = random.nextGaussian();
            double gaussNorth = random.nextGaussian();
            double claim = random.nextDouble();
            Outing now = null;
            for (Outing outing : outings) {
                now = second >= outing.from && second <= outing.to ? outing : now;
            }
            if (second < gapUntil && now == null) {
                continue;
            }
            double far = now == null ? 0 : now.out(second, radius);
            double east = now == null ? homeEast : far * Math.cos(way);
            double north = now == null ? homeNorth : far * Math.sin(way);
            Instant instant = START.plusMillis((long) (second * 1000));
            Fix fix;
            boolean honest = false;
            if (kind < wildShare) {
                fix = Track.fix(
                        instant,
                        instant,
                        east + wildFar * Math.cos(wildWay),
                        north + wildFar * Math.sin(wildWay),
                        2 + 8 * claim);
            } else if (kind < wildShare + 0.02) {
                Fix plain = Track.fix(
                        instant, instant, east + 350 * gaussEast, north + 350 * gaussNorth, 300 + 500 * claim);
                fix = new Fix(
                        plain.at(),
                        plain.receivedAt(),
                        plain.contentHash(),
                        plain.latitude(),
                        plain.longitude(),
                        true,
                        plain.accuracyMeters(),
                        null,
                        null,
                        Fix.Source.CELL,
                        Set.of());
            } else {
                honest = true;
                fix = Track.fix(
                        instant,
                        instant,
                        east + driftEast + core * gaussEast,
                        north + driftNorth + core * gaussNorth,
                        core * (0.7 + 0.6 * claim));
            }
            fixes.add(fix);
            if (honest && now != null && far > radius) {
                valid.get(outings.indexOf(now)).add(fix);
            }
        }
        return new Day(fixes, valid, outings, radius);
    }
}
