package org.guitu.web.risk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rows of the case files, and the door they go through: one line of JSON in, one out, as at the command line. */
final class Cases {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path FOLDER = Path.of("src/test/resources/risk");

    private Cases() {}

    /** A row: what goes in, blanks left out, and what must come out, blanks kept. */
    record Case(String instrument, Map<String, String> given, Map<String, String> expected) {

        Case with(String factor, String value) {
            Map<String, String> changed = new LinkedHashMap<>(given);
            changed.put(factor, value);
            return new Case(instrument, changed, expected);
        }

        Case without(String factor) {
            Map<String, String> changed = new LinkedHashMap<>(given);
            changed.remove(factor);
            return new Case(instrument, changed, expected);
        }

        JsonNode assessed() {
            try {
                return MAPPER.readTree(line());
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        String line() {
            ObjectNode object = MAPPER.createObjectNode();
            given.forEach(object::put);
            return AssessmentLine.assess(Instruments.shipped().find(instrument).orElseThrow(), object.toString());
        }

        String result(String name) {
            return assessed().path(name).asText();
        }

        double number(String name) {
            JsonNode value = assessed().path(name);
            if (!value.isNumber()) {
                throw new AssertionError("no " + name + " in " + line());
            }
            return value.asDouble();
        }

        List<String> missing() {
            List<String> names = new ArrayList<>();
            assessed().path("missing").forEach(name -> names.add(name.asText()));
            return names;
        }

        boolean refused() {
            return assessed().has("error");
        }

        @Override
        public String toString() {
            return instrument + " " + given.getOrDefault("case_id", "");
        }
    }

    static List<String> instruments() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("-cases.csv"))
                    .map(name -> name.replace("-cases.csv", ""))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<Case> all() {
        return instruments().stream().flatMap(Cases::of);
    }

    static Stream<Case> of(String instrument) {
        List<String> lines;
        try {
            lines = Files.readAllLines(FOLDER.resolve(instrument + "-cases.csv"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String[] columns = lines.getFirst().split(",", -1);
        return lines.stream().skip(1).map(line -> row(instrument, columns, line.split(",", -1)));
    }

    static Case row(String instrument, String id) {
        return of(instrument)
                .filter(row -> id.equals(row.given().get("case_id")))
                .findFirst()
                .orElseThrow();
    }

    static Case given(String instrument, String... factorsAndValues) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < factorsAndValues.length; i += 2) {
            given.put(factorsAndValues[i], factorsAndValues[i + 1]);
        }
        return new Case(instrument, given, Map.of());
    }

    private static Case row(String instrument, String[] columns, String[] cells) {
        Map<String, String> given = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].startsWith("expected_")) {
                expected.put(columns[i].substring("expected_".length()), cells[i]);
            } else if (!cells[i].isEmpty()) {
                given.put(columns[i], cells[i]);
            }
        }
        return new Case(instrument, given, expected);
    }
}
