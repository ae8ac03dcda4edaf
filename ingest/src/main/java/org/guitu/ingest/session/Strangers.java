package org.guitu.ingest.session;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Those who are not on the books: each is recorded once in a while, however often it calls, so that a stranger cannot fill the
 * quarantine. Thread-safe.
 */
public final class Strangers {

    private static final int REMEMBERED = 10_000;
    private static final Duration WHILE = Duration.ofHours(1);

    private final Map<String, Instant> recorded = new LinkedHashMap<>();

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
