package org.guitu.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads vectors: one JSON object a line. */
final class VectorFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An object with none of these is a heartbeat or an answer: health, and nothing for the timeline. */
    private static final List<String> SAYING =
            List.of("lat", "fixTime", "timeInvalid", "coordinatesInvalid", "zeroCoordinates");

    private VectorFile() {}

    static List<JsonNode> read(String name) throws IOException {
        List<JsonNode> vectors = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(VectorFile.class.getResourceAsStream("/vectors/" + name)),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    vectors.add(JSON.readTree(line));
                }
            }
        }
        return vectors;
    }

    /** A frame in hexadecimal, {@code @repeat:<prefix>:<bytes>*<n>} generated. */
    static String hex(String frame) {
        if (!frame.startsWith("@repeat:")) {
            return frame;
        }
        String[] parts = frame.substring("@repeat:".length()).split(":", 2);
        int star = parts[1].indexOf('*');
        return parts[0] + parts[1].substring(0, star).repeat(Integer.parseInt(parts[1].substring(star + 1)));
    }

    /** What the list under {@code name} expects to be in the database; outcomes given as a word expect nothing. */
    static List<JsonNode> expected(JsonNode vector, String name) {
        List<JsonNode> expected = new ArrayList<>();
        if (vector.path(name).isArray()) {
            for (JsonNode one : vector.get(name)) {
                JsonNode position = one.has("position") ? one.get("position") : one;
                if (SAYING.stream().anyMatch(position::has)) {
                    expected.add(position);
                }
            }
        }
        return expected;
    }
}
