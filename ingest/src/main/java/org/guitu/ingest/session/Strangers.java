package org.guitu.ingest.session;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Those who are not on the books, or do not say who they are: each is recorded once in a while, however often it calls, and no address
 * more than so often, so that a stranger cannot fill the quarantine. Thread-safe.
 */
public final class Strangers {

    private static final int REMEMBERED = 10_000;
    private static final Duration WHILE = Duration.ofHours(1);

    /** What one address may have kept of it at once, and how many seconds it takes to earn one more. */
    private static final int BURST = 100;

    private static final double PER_SECOND = 0.1;

    private final Map<String, Instant> recorded = new LinkedHashMap<>();
    private final Map<Object, Budget> byAddress = new LinkedHashMap<>();

    /** Whether anything of what comes from there, from nobody in particular, may still be kept. */
    public synchronized boolean hasRoom(SocketAddress from) {
        Object address =
                from instanceof InetSocketAddress remote && remote.getAddress() != null ? remote.getAddress() : from;
        Budget budget = byAddress.computeIfAbsent(address, unknown -> new Budget(BURST, PER_SECOND));
        if (byAddress.size() > REMEMBERED) {
            byAddress.remove(byAddress.keySet().iterator().next());
        }
        return budget.take();
    }

    /** Whether this call of that identity is to be recorded. */
    public synchronized boolean isNews(String protocol, String identity, Instant now) {
        String key = protocol + '/' + identity;
        Instant before = recorded.get(key);
        if (before != null && now.isBefore(before.plus(WHILE))) {
            return false;
        }
        recorded.remove(key);
        recorded.put(key, now);
        if (recorded.size() > REMEMBERED) {
            recorded.remove(recorded.keySet().iterator().next());
        }
        return true;
    }
}
