package org.guitu.protocols.decode;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.protocols.Octets;
import org.guitu.protocols.json.JsonObjects;
import org.guitu.protocols.osmand.HttpFrame;
import org.jspecify.annotations.Nullable;

/** The spellings of an HTTP request that the tool takes: its parts as an object, a raw request, a request line, a bare body. */
final class HttpLines {

    private static final JsonObjects JSON = new JsonObjects(32, 1 << 20);

    private final int maxBodyBytes;

    /**
     * @param maxBodyBytes of a generated body no more than one byte beyond this is made
     */
    HttpLines(int maxBodyBytes) {
        this.maxBodyBytes = maxBodyBytes;
    }

    Optional<HttpFrame> of(InputFrame frame) {
        return switch (frame) {
            case InputFrame.Request request -> ofParts(request.parts());
            case InputFrame.Stream stream ->
                ofText(new String(stream.bytes().part(0, maxBodyBytes + 8192), StandardCharsets.UTF_8));
        };
    }

    private Optional<HttpFrame> ofParts(Map<?, ?> parts) {
        Optional<Octets> body =
                FrameBytes.ofText(text(parts.get("body"), "")).map(bytes -> Octets.of(bytes.part(0, maxBodyBytes + 1)));
        Map<String, String> headers = new HashMap<>();
        if (parts.get("headers") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> headers.put(name.toString(), value.toString()));
        }
        return body.map(octets -> new HttpFrame(
                text(parts.get("method"), "GET"),
                text(parts.get("uri"), "/"),
                text(parts.get("contentType"), ""),
                headers,
                octets));
    }

    private Optional<HttpFrame> ofText(String text) {
        String line = text.strip();
        if (line.startsWith("{")) {
            Octets body = Octets.ofText(line, StandardCharsets.UTF_8);
            return JSON.read(body.toArray())
                    .filter(object -> object.containsKey("uri") || object.containsKey("method"))
                    .map(this::ofParts)
                    .orElseGet(() -> Optional.of(HttpFrame.post("/", "application/json", body)));
        }
        if (line.startsWith("/") || line.startsWith("?")) {
            return Optional.of(HttpFrame.get(line));
        }
        return line.startsWith("GET ") || line.startsWith("POST ") || line.startsWith("PUT ")
                ? Optional.of(ofRaw(text.stripLeading()))
                : Optional.of(HttpFrame.post(
                        "/", "application/x-www-form-urlencoded", Octets.ofText(line, StandardCharsets.UTF_8)));
    }

    /** Request line, header lines, an empty line, the body. */
    private static HttpFrame ofRaw(String text) {
        String unix = text.replace("\r\n", "\n");
        int blank = unix.indexOf("\n\n");
        List<String> head =
                unix.substring(0, blank < 0 ? unix.length() : blank).lines().toList();
        String[] requestLine = head.getFirst().split(" ", 3);
        Map<String, String> headers = new HashMap<>();
        for (String header : head.subList(1, head.size())) {
            int colon = header.indexOf(':');
            if (colon > 0) {
                headers.put(
                        header.substring(0, colon), header.substring(colon + 1).strip());
            }
        }
        String body = blank < 0 ? "" : unix.substring(blank + 2);
        HttpFrame frame =
                new HttpFrame(requestLine[0], requestLine[1], "", headers, Octets.ofText(body, StandardCharsets.UTF_8));
        return new HttpFrame(
                frame.method(), frame.uri(), frame.header("content-type").orElse(""), headers, frame.body());
    }

    private static String text(@Nullable Object value, String absent) {
        return value == null ? absent : value.toString();
    }
}
