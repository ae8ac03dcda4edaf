package org.guitu.web.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.http.EventStream;
import org.guitu.web.http.Request;
import org.guitu.web.live.LiveEvent.Kind;

/**
 * Serves {@code /api/v1/live}. A stream that cannot keep up is closed and comes back with the id it saw last; so is one that has been
 * open for ten minutes, and its reader is identified anew. Thread-safe.
 */
public final class LiveStream {

    /** How long a browser waits before it comes back. */
    static final int RETRY_MILLIS = 2_000;

    private static final Duration AUTHENTICATED_FOR = Duration.ofMinutes(10);

    private final LiveHub hub;
    private final InstantSource clock;
    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private volatile boolean storing = true;

    public LiveStream(LiveHub hub, InstantSource clock) {
        this.hub = hub;
        this.clock = clock;
    }

    /** Takes a stream on. */
    public void open(Request request, EventStream stream) {
        Reader reader = new Reader(stream, request.staff(), clock.instant().plus(AUTHENTICATED_FOR));
        stream.retry(RETRY_MILLIS);
        readers.add(reader);
        stream.onClose(() -> {
            hub.leave(reader);
            readers.remove(reader);
        });
        hub.join(reader, lastSeen(request));
        if (stream.closed()) {
            hub.leave(reader);
        }
    }

    /** Sends a comment on every stream and closes those that are due: call every fifteen seconds. */
    public void beat() {
        Instant now = clock.instant();
        for (Reader reader : readers) {
            if (now.isAfter(reader.until)) {
                reader.stream.close();
            } else {
                reader.stream.comment("still here");
            }
        }
    }

    /** Tells every page when reports cannot be stored, and when they can again. */
    public void storing(boolean now) {
        if (storing != now) {
            storing = now;
            hub.publish(Kind.STATUS, LiveEvent.EVERYBODY, LiveFeed.status(now));
        }
    }

    public int count() {
        return readers.size();
    }

    /** Ends all streams. */
    public void close() {
        List.copyOf(readers).forEach(reader -> reader.stream.close());
    }

    private static OptionalLong lastSeen(Request request) {
        String text =
                request.header("last-event-id").or(() -> request.query("after")).orElse("");
        try {
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException notOurs) {
            return OptionalLong.of(-1);
        }
    }

    private final class Reader implements LiveHub.Listener {

        private final EventStream stream;
        private final String scope;
        private final boolean minors;
        private final Instant until;

        Reader(EventStream stream, Staff staff, Instant until) {
            this.stream = stream;
            this.scope = staff.scope();
            this.minors = staff.may(Permission.VIEW_MINORS);
            this.until = until;
        }

        @Override
        public void welcome(LiveHub.Welcome welcome) {
            if (welcome.reset()) {
                stream.send(Long.toString(welcome.newest()), "reset", "{}");
            }
            welcome.missed().forEach(this::send);
            // Tells a page how things stand, and gives it an id to come back with.
            stream.send(Long.toString(welcome.newest()), Kind.STATUS.word(), LiveFeed.status(storing));
        }

        @Override
        public void offer(LiveEvent event) {
            if (stream.full()) {
                stream.close();
                return;
            }
            send(event);
        }

        private void send(LiveEvent event) {
            if (event.seenFrom(scope, minors)) {
                stream.send(Long.toString(event.id()), event.kind().word(), event.data());
            }
        }
    }
}
