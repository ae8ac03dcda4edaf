package org.guitu.web.http;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One open stream of server-sent events. Thread-safe; nothing blocks. A reader that does not keep up is the caller's to drop: see
 * {@link #full()}.
 */
public final class EventStream {

    private final Context context;
    private final HttpServerResponse response;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final List<Runnable> onClose = new ArrayList<>();

    EventStream(Context context, HttpServerResponse response) {
        this.context = context;
        this.response = response;
        response.closeHandler(ignored -> ended());
        response.exceptionHandler(ignored -> ended());
    }

    /** Sends one event. The id and the name must not hold line breaks; the data may. */
    public void send(String id, String event, String data) {
        StringBuilder text = new StringBuilder(data.length() + 64);
        if (!id.isEmpty()) {
            text.append("id: ").append(id).append('\n');
        }
        text.append("event: ").append(event).append('\n');
        data.lines().forEach(line -> text.append("data: ").append(line).append('\n'));
        write(text.append('\n').toString());
    }

    /** Sends a comment line, which keeps the connection and any proxy awake. */
    public void comment(String text) {
        write(": " + text + "\n\n");
    }

    /** Tells the browser how long to wait before it comes back, in milliseconds. */
    public void retry(int millis) {
        write("retry: " + millis + "\n\n");
    }

    /** Whether the reader has fallen behind: more is queued than the connection takes. */
    public boolean full() {
        return response.writeQueueFull();
    }

    public boolean closed() {
        return closed.get();
    }

    /** Runs when the stream has ended, for whatever reason; at once if it has already. */
    public void onClose(Runnable action) {
        synchronized (onClose) {
            if (!closed.get()) {
                onClose.add(action);
                return;
            }
        }
        action.run();
    }

    public void close() {
        context.runOnContext(ignored -> {
            if (!response.ended()) {
                response.end();
            }
            ended();
        });
    }

    private void write(String text) {
        if (!closed.get()) {
            context.runOnContext(ignored -> {
                if (!closed.get() && !response.ended()) {
                    response.write(text);
                }
            });
        }
    }

    private void ended() {
        List<Runnable> actions;
        synchronized (onClose) {
            if (!closed.compareAndSet(false, true)) {
                return;
            }
            actions = List.copyOf(onClose);
            onClose.clear();
        }
        actions.forEach(Runnable::run);
    }
}
