package org.guitu.web.live;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Numbers events, remembers the newest and hands each to every listener. Giving out the number, remembering and handing over happen
 * under one lock, and so does joining: a listener sees every event after the ones it was replayed, in order, once. Listeners only
 * enqueue and never block. Thread-safe.
 */
public final class LiveHub {

    /** About a quarter of an hour of a busy county. */
    public static final int RING_MAX = 20_000;

    /** Who is told. */
    public interface Listener {
        /** Called first, once. Must return at once. */
        void welcome(Welcome welcome);

        /** Called in order and never twice at a time; must return at once. */
        void offer(LiveEvent event);
    }

    /**
     * What a listener that joins must first be told.
     *
     * @param reset whether what it saw before is no longer known: it must load everything anew
     * @param missed the events since the one it saw last
     * @param newest the id to go on from
     */
    public record Welcome(boolean reset, List<LiveEvent> missed, long newest) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final LiveRing ring;
    private final Set<Listener> listeners = new LinkedHashSet<>();

    /**
     * @param capacity how many events to remember
     * @param base ids are greater; take the clock, so that they still grow after a restart
     */
    public LiveHub(int capacity, long base) {
        this.ring = new LiveRing(capacity, base);
    }

    /** Tells everybody. */
    public LiveEvent publish(LiveEvent.Kind kind, String scope, String data) {
        return publish(kind, scope, false, data);
    }

    /**
     * Tells everybody.
     *
     * @param minor whether it is only for those who may see minors' files
     */
    LiveEvent publish(LiveEvent.Kind kind, String scope, boolean minor, String data) {
        lock.lock();
        try {
            LiveEvent event = new LiveEvent(ring.newest() + 1, kind, scope, minor, data);
            ring.add(event);
            for (Listener listener : listeners) {
                listener.offer(event);
            }
            return event;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Joins.
     *
     * @param lastSeen the id the listener saw last, if it has been here before
     */
    public void join(Listener listener, OptionalLong lastSeen) {
        lock.lock();
        try {
            Optional<List<LiveEvent>> missed =
                    lastSeen.isEmpty() ? Optional.of(List.of()) : ring.after(lastSeen.getAsLong());
            listener.welcome(new Welcome(missed.isEmpty(), missed.orElse(List.of()), ring.newest()));
            listeners.add(listener);
        } finally {
            lock.unlock();
        }
    }

    public void leave(Listener listener) {
        lock.lock();
        try {
            listeners.remove(listener);
        } finally {
            lock.unlock();
        }
    }

    public int listeners() {
        lock.lock();
        try {
            return listeners.size();
        } finally {
            lock.unlock();
        }
    }
}
