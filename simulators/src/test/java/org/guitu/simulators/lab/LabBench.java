package org.guitu.simulators.lab;

import org.guitu.geofence.evidence.EvidenceSettings;
import org.guitu.geofence.judgement.Judge;
import org.guitu.geofence.rule.DeviceTerms;

/**
 * Prints the table for tuning seeds. Run: {@code java -cp … org.guitu.simulators.lab.LabBench [days] [family] [verbose]}. It refuses the seeds of
 * the examination.
 */
public final class LabBench {

    private LabBench() {}

    public static void main(String[] args) {
        int days = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        if (LabSeeds.TUNING_FIRST + days > LabSeeds.TEST_FIRST) {
            throw new IllegalArgumentException("these are days of the examination");
        }
        boolean verbose = args.length > 2;
        for (LabFamily family : LabFamily.values()) {
            if (args.length < 2 || args[1].equals("all") || family.name().equalsIgnoreCase(args[1])) {
                print(family.name(), family.noise(), days, verbose);
            }
        }
        if (args.length > 1 && args[1].equals("grid")) {
            LabNoise base = LabFamily.DEFAULT.noise();
            print("wild 0.5 % 50-150 m", base.withWild(0.005, 50, 150), days, verbose);
            print("wild 1 % 50-150 m", base.withWild(0.01, 50, 150), days, verbose);
            print("wild 1 % 100-300 m", base.withWild(0.01, 100, 300), days, verbose);
            print("wild 1 % 200-2000 m", base.withWild(0.01, 200, 2_000), days, verbose);
            print("wild 2 % 50-500 m", base.withWild(0.02, 50, 500), days, verbose);
            print("wild 3 % 50-500 m", base.withWild(0.03, 50, 500), days, verbose);
            print("drift 15 m, 1-3 min", base.withDrift(15, 60, 180), days, verbose);
            print("drift 15 m, 5-15 min", base.withDrift(15, 300, 900), days, verbose);
            print("drift 25 m, 1-15 min", base.withDrift(25, 60, 900), days, verbose);
            print("no accuracy told", base.withUntold(1), days, verbose);
            print("jitter 10-15 m, honest", base.withJitter(10, 15, 0.8, 1.6), days, verbose);
            print("jitter 10-15 m, proud", base.withJitter(10, 15, 0.3, 0.6), days, verbose);
        }
    }

    private static void print(String name, LabNoise noise, int days, boolean verbose) {
        var ours = new Tally("this judge");
        var single = new Tally("fix by fix");
        var two = new Tally("two in a row, clear");
        var judge = judge();
        for (long seed = LabSeeds.TUNING_FIRST; seed < LabSeeds.TUNING_FIRST + days; seed++) {
            LabDay day = LabDay.of(noise, seed);
            ours.add(day, Court.inDeviceTime(day, judge));
            single.add(day, Baselines.fixByFix(day));
            two.add(day, Baselines.twoInARow(day));
        }
        System.out.println(name);
        System.out.println("  " + ours.line());
        System.out.println("  " + single.line());
        System.out.println("  " + two.line());
        if (verbose) {
            ours.mistaken().forEach(line -> System.out.println("    false " + line));
            ours.missed().forEach(line -> System.out.println("    missed " + line));
            ours.late().forEach(line -> System.out.println("    late " + line));
        }
    }

    /** The judge with other constants, where system properties say so: to learn what they are worth. */
    private static Judge judge() {
        EvidenceSettings d = EvidenceSettings.of(DeviceTerms.defaults().freshFor());
        return new Judge(new EvidenceSettings(
                d.freshFor(),
                number("violate", d.violateRate()),
                number("comply", d.complyRate()),
                d.firstPrior(),
                number("confirm", d.confirmAt()),
                number("drift", d.driftMeters()),
                number("driftSeconds", d.driftSeconds()),
                number("glitch", d.glitchSeconds()),
                number("spread", d.wildSpreadMeters()),
                number("plausible", d.plausibleMetersPerSecond()),
                number("leave", d.leaveRate())));
    }

    private static double number(String property, double otherwise) {
        return Double.parseDouble(System.getProperty(property, String.valueOf(otherwise)));
    }
}
