package org.guitu.protocols.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.guitu.protocols.json.JsonLines;
import org.guitu.protocols.json.JsonObjects;

/** The captured and synthetic frames under {@code src/test/resources/vectors}, and the way they are run. */
public final class Vectors {

    /** After every plausible fix of the vectors, before 2099. */
    public static final Instant RECEIVED_AT = Instant.parse("2026-12-01T00:00:00Z");

    private static final JsonObjects JSON = new JsonObjects(64, 16 << 20);

    private Vectors() {}

    public record Vector(Map<String, Object> json) {

        public String id() {
            return text("id");
        }

        public String kind() {
            return text("kind");
        }

        public String text(String key) {
            return String.valueOf(json.getOrDefault(key, ""));
        }

        public List<?> list(String key) {
            return (List<?>) json.getOrDefault(key, List.of());
        }

        public boolean has(String key) {
            return json.containsKey(key);
        }

        @Override
        public String toString() {
            return id() + " " + kind();
        }
    }

    public static List<Vector> of(String protocol) {
        String path = "/vectors/" + protocol + ".jsonl";
        try (InputStream in = Objects.requireNonNull(Vectors.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> new Vector(parse(line)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Frames in hexadecimal digits, without the generated ones. */
    public static Stream<String> hexFrames(String protocol) {
        return of(protocol).stream()
                .flatMap(vector -> vector.list("frames").stream())
                .map(Object::toString)
                .filter(frame -> !frame.startsWith("@"));
    }

    /** What the tool prints for one vector. */
    public static Map<String, Object> decode(Vector vector) {
        return parse(run(JsonLines.of(vector.json()), new DecodeOptions("", false, true, RECEIVED_AT)));
    }

    public static String run(String input, DecodeOptions options) {
        StringBuilder out = new StringBuilder();
        try {
            DecodeTool.run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    public static Map<String, Object> parse(String line) {
        return JSON.read(line.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalArgumentException("Not a JSON object: " + line));
    }
}
