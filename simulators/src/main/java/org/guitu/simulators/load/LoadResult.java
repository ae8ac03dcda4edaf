package org.guitu.simulators.load;

import java.time.Duration;
import java.util.Locale;
import org.guitu.simulators.device.DeviceCounters;

/**
 * What came of a load.
 *
 * @param counters of all bracelets together; {@code stored} is what was never acknowledged
 * @param took from the first report to the end
 * @param median half of all live reports were acknowledged within this
 * @param p95 95 in a hundred were
 * @param p99 99 in a hundred were
 */
public record LoadResult(DeviceCounters counters, Duration took, Duration median, Duration p95, Duration p99) {

    /** Reports acknowledged a second. */
    public double perSecond() {
        return counters.acknowledged() * 1000.0 / Math.max(1, took.toMillis());
    }

    /** One line for a terminal. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "sent %d, acknowledged %d (%.0f/s), unacknowledged %d, resent %d, latency ms: median %.1f, p95 %.1f, p99 %.1f",
                counters.sent(),
                counters.acknowledged(),
                perSecond(),
                counters.stored(),
                counters.resent(),
                millis(median),
                millis(p95),
                millis(p99));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
