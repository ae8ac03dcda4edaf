package org.guitu.web.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads server-sent events as a browser does: fields until an empty line. */
final class EventReader implements AutoCloseable {

    /** One event; an empty event that only carries an id is passed over. */
    record Event(String id, String name, String data) {}

    final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    final int status;
    private final InputStream body;
    private volatile String lastId;

    EventReader(HttpClient client, String url, String token, String lastEventId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/api/v1/live"));
        if (!token.isEmpty()) {
            request.header("authorization", "Bearer " + token);
        }
        if (!lastEventId.isEmpty()) {
            request.header("last-event-id", lastEventId);
        }
        lastId = lastEventId;
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        status = response.statusCode();
        body = response.body();
        Thread.ofVirtual().start(this::read);
    }

    String lastId() {
        return lastId;
    }

    Event next() throws InterruptedException {
        Event event = events.poll(10, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("no event in ten seconds");
        }
        return event;
    }

    /** The next event of a kind, others passed over. */
    Event next(String name) throws InterruptedException {
        Event event = next();
        while (!event.name().equals(name)) {
            event = next();
        }
        return event;
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String id = "";
            String name = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!name.isEmpty()) {
                        lastId = id;
                        events.add(new Event(id, name, data));
                    }
                    name = "";
                    data = "";
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                }
            }
        } catch (IOException cut) {
            // The test closed it.
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
