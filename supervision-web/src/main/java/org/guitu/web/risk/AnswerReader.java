package org.guitu.web.risk;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what kind of answer an input takes: a list of words, {@code "yes-no"}, {@code "date"}, {@code {"whole": [from, to]}},
 * {@code {"decimal": [from, to]}} or {@code {"counts": "table"}}.
 */
final class AnswerReader {

    private AnswerReader() {}

    static Answer read(JsonNode node, Optional<String> codes, Map<String, Table> tables) {
        if (node.isArray()) {
            List<String> words = new ArrayList<>();
            node.forEach(word -> words.add(word.asText()));
            return new Answer.Choice(
                    List.copyOf(words), codes.map(OffenceCodes::categories).orElse(Map.of()));
        }
        String kind = node.size() == 1 ? node.fieldNames().next() : node.asText();
        return switch (kind) {
            case "yes-no" -> new Answer.Choice(List.of("Y", "N"), Map.of());
            case "date" -> new Answer.Date();
            case "whole" -> new Answer.Whole(bound(node.path("whole"), 0), bound(node.path("whole"), 1));
            case "decimal" -> new Answer.Decimal(bound(node.path("decimal"), 0), bound(node.path("decimal"), 1));
            case "counts" -> new Answer.Counted(kinds(node.path("counts").asText(), tables));
            default -> throw new IllegalArgumentException("unknown kind of answer " + node);
        };
    }

    private static BigDecimal bound(JsonNode bounds, int index) {
        if (bounds.size() != 2 || !bounds.path(index).isNumber()) {
            throw new IllegalArgumentException("bounds are two numbers, not " + bounds);
        }
        return bounds.path(index).decimalValue();
    }

    private static Map<String, Value> kinds(String table, Map<String, Table> tables) {
        if (!tables.containsKey(table)) {
            throw new IllegalArgumentException("counts the kinds of an unknown table " + table);
        }
        return tables.getOrDefault(table, Table.NONE).names();
    }
}
