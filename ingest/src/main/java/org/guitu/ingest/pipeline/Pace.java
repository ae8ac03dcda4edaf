package org.guitu.ingest.pipeline;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often a subject is folded again while its backlog goes on coming: after each fold twice as long a pause as before, up to a few seconds. Who
 * needed no fold for as long again as the pause was is forgotten, and the next one comes at once. Not thread-safe; time is that of {@link System#nanoTime}.
 */
final class Pace {

    static final Duration FIRST = Duration.ofMillis(200);
    static final Duration LONGEST = Duration.ofSeconds(5);

    private record Pause(long untilNanos, long nanos) {}

    private final Map<Long, Pause> pauses = new HashMap<>();

    boolean allows(long subjectId, long now) {
        Pause pause = pauses.get(subjectId);
        return pause == null || now - pause.untilNanos >= 0;
    }

    /** Who has to wait. */
    List<Long> waiting(long now) {
        return pauses.keySet().stream().filter(subject -> !allows(subject, now)).toList();
    }

    void folded(long subjectId, long now) {
        Pause before = pauses.get(subjectId);
        long nanos = before == null ? FIRST.toNanos() : Math.min(LONGEST.toNanos(), 2 * before.nanos);
        pauses.put(subjectId, new Pause(now + nanos, nanos));
    }

    void forget(long now) {
        pauses.values().removeIf(pause -> now - pause.untilNanos >= pause.nanos);
    }
}
