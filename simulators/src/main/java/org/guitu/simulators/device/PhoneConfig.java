package org.guitu.simulators.device;

import java.time.Duration;

/**
 * How a phone behaves.
 *
 * @param id what it calls itself
 * @param style the shape of its requests
 * @param reportEvery time between reports
 * @param replyTimeout how long to wait for an answer
 * @param retryAfter pause after a request that was not answered 2xx
 * @param storeLimit reports kept at most
 */
public record PhoneConfig(
        String id, Style style, Duration reportEvery, Duration replyTimeout, Duration retryAfter, int storeLimit) {

    /** The shape of a request. */
    public enum Style {
        /** Parameters in the address, speed in knots: OsmAnd and Traccar Client up to 8. */
        QUERY,
        /** A JSON body, speed in m/s: Traccar Client 9. */
        JSON
    }

    /** The demo's phone: a report every five seconds. */
    public static PhoneConfig of(String id, Style style) {
        return new PhoneConfig(id, style, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(3), 14_400);
    }

    /** The same phone with other times between reports and before another try. */
    public PhoneConfig withTimes(Duration report, Duration retry) {
        return new PhoneConfig(id, style, report, replyTimeout, retry, storeLimit);
    }
}
