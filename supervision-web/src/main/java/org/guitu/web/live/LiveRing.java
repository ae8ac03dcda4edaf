package org.guitu.web.live;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** The newest events, so many and no more. Not thread-safe: the hub guards it. */
final class LiveRing {

    private final int capacity;
    private final ArrayDeque<LiveEvent> events = new ArrayDeque<>();
    /** The newest id that is no longer here, or that was never given out. */
    private long forgotten;

    private long newest;

    /**
     * @param capacity greater than 0
     * @param base no event has this id or a lesser one
     */
    LiveRing(int capacity, long base) {
        this.capacity = capacity;
        this.forgotten = base;
        this.newest = base;
    }

    long newest() {
        return newest;
    }

    void add(LiveEvent event) {
        if (event.id() <= newest) {
            throw new IllegalArgumentException("event ids must increase");
        }
        if (events.size() == capacity) {
            forgotten = events.removeFirst().id();
        }
        events.addLast(event);
        newest = event.id();
    }

    /** All events after the one a reader saw last; empty if that cannot be told any more, and the reader must start afresh. */
    Optional<List<LiveEvent>> after(long lastSeen) {
        if (lastSeen < forgotten || lastSeen > newest) {
            return Optional.empty();
        }
        return Optional.of(events.stream().filter(e -> e.id() > lastSeen).toList());
    }
}
