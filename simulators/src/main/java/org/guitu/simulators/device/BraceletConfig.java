package org.guitu.simulators.device;

import java.time.Duration;

/**
 * How a bracelet behaves.
 *
 * @param identity 12 digits, in the field of the phone number
 * @param edition2019 whether it speaks the 2019 layout
 * @param reportEvery time between reports
 * @param heartbeatEvery time between signs of life
 * @param replyTimeout how long to wait for an answer the first time; the n-th time n times as long (JT/T 808 parameters 0x0002, 0x0003)
 * @param resends how often a message is sent again before the connection is given up
 * @param storeLimit reports kept at most; ten days at one a minute by default
 * @param batchSize reports in one late batch; a body may not exceed 1,023 bytes, so at most 18
 * @param window live reports on their way at a time
 * @param reconnectAfter pause before connecting again, doubled with every failure up to thirty-twofold
 */
public record BraceletConfig(
        String identity,
        boolean edition2019,
        Duration reportEvery,
        Duration heartbeatEvery,
        Duration replyTimeout,
        int resends,
        int storeLimit,
        int batchSize,
        int window,
        Duration reconnectAfter) {

    public BraceletConfig {
        if (!identity.matches("\\d{12}")) {
            throw new IllegalArgumentException("A bracelet's identity has twelve digits");
        }
        if (batchSize < 1 || batchSize > 18) {
            throw new IllegalArgumentException("A batch has 1 to 18 reports, not " + batchSize);
        }
    }

    /** The demo's bracelet: a report every five seconds. */
    public static BraceletConfig of(String identity, boolean edition2019) {
        return new BraceletConfig(
                identity,
                edition2019,
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                3,
                14_400,
                18,
                8,
                Duration.ofSeconds(1));
    }

    /** The same bracelet with other times between reports, and for an answer. */
    public BraceletConfig withTimes(Duration report, Duration reply, Duration reconnect) {
        return new BraceletConfig(
                identity,
                edition2019,
                report,
                heartbeatEvery,
                reply,
                resends,
                storeLimit,
                batchSize,
                window,
                reconnect);
    }
}
