package org.guitu.simulators.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What a judge's verdicts come to over many days, held against the truth. */
final class Tally {

    private final String judge;
    private int days;
    private int falseOnes;
    private int due;
    private int fragments;
    private final List<String> missed = new ArrayList<>();
    private final List<String> mistaken = new ArrayList<>();
    private final List<String> late = new ArrayList<>();
    private final List<double[]> delays = new ArrayList<>();

    Tally(String judge) {
        this.judge = judge;
    }

    /** Takes a day's verdicts, told in true time. */
    void add(LabDay day, List<Verdict> verdicts) {
        add(day, verdicts, LabReport::trueTime);
    }

    /**
     * Takes a day's verdicts.
     *
     * @param known when a report could be known, by the clock the verdicts are told in
     */
    void add(LabDay day, List<Verdict> verdicts, Function<LabReport, Instant> known) {
        days++;
        for (Verdict verdict : verdicts) {
            if (day.violations().stream().noneMatch(verdict::touches)) {
                falseOnes++;
                mistaken.add("seed " + day.seed() + " " + verdict);
            }
        }
        for (LabViolation violation : day.violations()) {
            List<Verdict> hits = verdicts.stream()
                    .filter(verdict -> verdict.touches(violation))
                    .toList();
            fragments += Math.max(0, hits.size() - 1);
            if (violation.due()) {
                due++;
                if (hits.isEmpty()) {
                    missed.add("seed " + day.seed() + " " + violation.start());
                } else {
                    delay(day, violation, hits.getFirst(), bound(violation, known));
                }
            }
        }
    }

    /** When the second of the violation's fixes is known, in whatever order they become known. */
    private static Instant bound(LabViolation violation, Function<LabReport, Instant> known) {
        return violation.evidence().stream()
                .map(known)
                .sorted()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    private void delay(LabDay day, LabViolation violation, Verdict hit, Instant bound) {
        double least = seconds(violation.start(), bound);
        double taken = Math.max(0, seconds(violation.start(), hit.confirmedAt()));
        delays.add(new double[] {taken, least});
        if (taken > 1.1 * least) {
            late.add("seed %d %s: %.0f s, bound %.0f s, %.0f m, %s"
                    .formatted(
                            day.seed(),
                            violation.start(),
                            taken,
                            least,
                            violation.depthMeters(),
                            violation.abrupt() ? "abrupt" : "ramped"));
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    double falseADay() {
        return falseOnes / (double) days;
    }

    int due() {
        return due;
    }

    List<String> missed() {
        return missed;
    }

    List<String> mistaken() {
        return mistaken;
    }

    List<String> late() {
        return late;
    }

    double fragmentsADue() {
        return fragments / (double) due;
    }

    int fragments() {
        return fragments;
    }

    /** A quantile of the delay over the same quantile of the bound. */
    double ratioOfQuantiles(double q) {
        return quantile(q, delay -> delay[0]) / quantile(q, delay -> delay[1]);
    }

    /** A quantile of each violation's own ratio of delay to bound. */
    double quantileOfRatios(double q) {
        return quantile(q, delay -> delay[0] / delay[1]);
    }

    private double quantile(double q, Function<double[], Double> of) {
        double[] sorted = delays.stream().mapToDouble(of::apply).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(q * sorted.length) - 1];
    }

    /** One line of the table. */
    String line() {
        double[] seen = {ratioOfQuantiles(0.5), ratioOfQuantiles(0.9), quantileOfRatios(0.5), quantileOfRatios(0.9)};
        String told = Arrays.stream(seen)
                .mapToObj("%.2f"::formatted)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
        return "%-28s %8.4f false a day, %3d of %d missed, %4d fragments, delay/bound: %s, %4.1f %% late"
                .formatted(judge, falseADay(), missed.size(), due, fragments, told, 100.0 * late.size() / due);
    }
}
