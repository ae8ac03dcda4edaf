package org.guitu.protocols.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares what was decoded with what a vector expects: every listed key, with the tolerances of the vectors' README. */
final class NeutralMatch {

    private static final Map<String, Double> TOLERANCE = Map.of("lat", 1e-5, "lon", 1e-5, "speedKmh", 0.1);
    private static final double OTHER_TOLERANCE = 1e-6;

    private NeutralMatch() {}

    static void allInOrder(List<?> actual, List<?> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            one((Map<?, ?>) actual.get(i), (Map<?, ?>) expected.get(i));
        }
    }

    static void allInAnyOrder(List<?> actual, List<?> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        List<Object> left = new ArrayList<>(actual);
        for (Object item : expected) {
            Map<?, ?> wanted = (Map<?, ?>) item;
            Object found = left.stream()
                    .filter(candidate -> wanted.get("fixTime").equals(((Map<?, ?>) candidate).get("fixTime")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nothing at " + wanted.get("fixTime")));
            left.remove(found);
            one((Map<?, ?>) found, wanted);
        }
    }

    static void one(Map<?, ?> actual, Map<?, ?> expected) {
        expected.forEach((key, value) -> {
            switch (key.toString()) {
                case "alarms" -> assertThat(words(actual.get("alarms"))).containsAll(words(value));
                case "alarmsAbsent" ->
                    assertThat(words(actual.get("alarms"))).doesNotContainAnyElementsOf(words(value));
                default -> value(key.toString(), actual.get(key), value);
            }
        });
    }

    private static void value(String key, Object actual, Object expected) {
        assertThat(actual).as(key).isNotNull();
        switch (expected) {
            case Map<?, ?> map -> one((Map<?, ?>) actual, map);
            case Number number ->
                assertThat(((Number) actual).doubleValue())
                        .as(key)
                        .isCloseTo(number.doubleValue(), within(TOLERANCE.getOrDefault(key, OTHER_TOLERANCE)));
            case String text when text.equals("*") -> {}
            case String text
            when text.startsWith("<") -> assertThat(actual.toString()).as(key).isNotEmpty();
            default -> assertThat(actual).as(key).isEqualTo(expected);
        }
    }

    private static List<String> words(Object list) {
        return list == null
                ? List.of()
                : ((List<?>) list).stream().map(Object::toString).toList();
    }
}
