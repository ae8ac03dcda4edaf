package org.guitu.simulators.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** A network: most reports arrive within seconds; some wait and come together, oldest or newest first; some come twice. */
final class Delivery {

    /** A report and the second of the day it arrives at. */
    record Arrival(LabFix fix, double second) {}

    private final LabNoise noise;
    private final SplittableRandom random;

    Delivery(LabNoise noise, SplittableRandom random) {
        this.noise = noise;
        this.random = random;
    }

    /** In order of arrival, duplicates included. */
    List<Arrival> deliver(List<LabFix> fixes, double intervalSeconds) {
        var arrivals = new ArrayList<Arrival>();
        var waiting = new ArrayList<LabFix>();
        double until = -1;
        for (LabFix fix : fixes) {
            if (fix.second() >= until && !waiting.isEmpty()) {
                handIn(waiting, until, arrivals);
            }
            if (fix.second() >= until && random.nextDouble() < noise.delays() * intervalSeconds / LabTruth.DAY) {
                until = fix.second() + LabTruth.logUniform(random, 120, noise.delaySecondsMax());
            }
            if (fix.second() < until) {
                waiting.add(fix);
            } else {
                arrivals.add(new Arrival(fix, fix.second() + random.nextDouble(0.2, 4)));
            }
        }
        handIn(waiting, Math.max(until, LabTruth.DAY), arrivals);
        var twice = new ArrayList<>(arrivals);
        for (Arrival arrival : arrivals) {
            if (random.nextDouble() < noise.duplicateShare()) {
                twice.add(new Arrival(arrival.fix, arrival.second + random.nextDouble(1, 120)));
            }
        }
        twice.sort(Comparator.comparingDouble(Arrival::second));
        return twice;
    }

    /** In one piece, or a packet every fifth of a second. */
    private void handIn(List<LabFix> waiting, double at, List<Arrival> arrivals) {
        if (random.nextInt(3) == 0) {
            Collections.reverse(waiting);
        }
        double gap = random.nextBoolean() ? 0 : 0.2;
        for (int i = 0; i < waiting.size(); i++) {
            arrivals.add(new Arrival(waiting.get(i), at + i * gap));
        }
        waiting.clear();
    }

    static Instant instant(double second) {
        return LabDay.START.plusMillis(Math.round(second * 1000));
    }
}
