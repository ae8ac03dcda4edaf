package org.guitu.simulators.load;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * What load to make.
 *
 * @param server where the server listens; must be this machine
 * @param firstIdentity the identity of the first bracelet, 12 digits; the others count on from it and must be registered too
 * @param bracelets how many, 1 to 20,000
 * @param reportEvery time between the reports of one bracelet
 * @param duration for how long, at most an hour
 * @param threads event loops to run them on
 */
public record LoadPlan(
        InetSocketAddress server,
        long firstIdentity,
        int bracelets,
        Duration reportEvery,
        Duration duration,
        int threads) {

    private static final int BRACELETS_MAX = 20_000;
    private static final Duration DURATION_MAX = Duration.ofHours(1);

    public LoadPlan {
        if (server.isUnresolved() || !server.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("Load is made against this machine only, by a loopback address");
        }
        if (bracelets < 1 || bracelets > BRACELETS_MAX) {
            throw new IllegalArgumentException("1 to " + BRACELETS_MAX + " bracelets, not " + bracelets);
        }
        if (duration.isNegative() || duration.isZero() || duration.compareTo(DURATION_MAX) > 0) {
            throw new IllegalArgumentException("A load lasts at most " + DURATION_MAX);
        }
        if (reportEvery.toMillis() < 10) {
            throw new IllegalArgumentException("A bracelet reports at most a hundred times a second");
        }
    }

    /** The identity of a bracelet, counted from 0. */
    public String identity(int index) {
        return "%012d".formatted(firstIdentity + index);
    }
}
