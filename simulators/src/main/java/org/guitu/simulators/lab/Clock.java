package org.guitu.simulators.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** A device's clock: right but for faults of one to three neighbouring fixes. */
final class Clock {

    private static final Duration ROLLOVER = Duration.ofDays(1_024 * 7);

    private final double faultShare;
    private final SplittableRandom random;
    private int faultyFixes;
    private int fault;
    private Duration jump = Duration.ZERO;

    Clock(LabNoise noise, double intervalSeconds, SplittableRandom random) {
        this.random = random;
        faultShare = noise.clockFaults() * intervalSeconds / LabTruth.DAY;
    }

    /** The time the device believes it is. */
    Instant read(Instant truth) {
        if (faultyFixes == 0) {
            if (random.nextDouble() >= faultShare) {
                return truth;
            }
            faultyFixes = random.nextInt(1, 4);
            fault = random.nextInt(8);
            int sign = random.nextBoolean() ? 1 : -1;
            jump = Duration.ofSeconds(sign * (long) LabTruth.logUniform(random, 120, 6 * 3_600));
        }
        faultyFixes--;
        Duration sinceMidnight = Duration.ofSeconds(truth.getEpochSecond() % 86_400);
        return switch (fault) {
            case 0 -> truth.plus(Duration.ofHours(8));
            case 1 -> truth.plus(Duration.ofDays(20_000));
            case 2 -> Instant.EPOCH.plus(sinceMidnight);
            case 3 -> Instant.parse("1980-01-06T00:00:00Z").plus(sinceMidnight);
            case 4 -> truth.minus(ROLLOVER);
            default -> truth.plus(jump);
        };
    }
}
