package org.guitu.web.risk;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Reads tables: {@code {"from": [[0, "LOW"], [50, "MEDIUM"]]}} holds from each number on, {@code {"of": {"NAME": 1}}} by name. */
final class Tables {

    private Tables() {}

    static Table read(String name, JsonNode node) {
        Members of = new Members(node);
        NavigableMap<BigDecimal, Value> steps = new TreeMap<>();
        List<JsonNode> rows = of.optionalList("from");
        for (JsonNode row : rows) {
            boolean whole = row.size() == 2 && row.path(0).isNumber();
            if (!whole || (!steps.isEmpty() && row.path(0).decimalValue().compareTo(steps.lastKey()) <= 0)) {
                throw new IllegalArgumentException("table " + name + " has the row " + row + " out of order");
            }
            steps.put(row.path(0).decimalValue(), value(row.path(1)));
        }
        Map<String, Value> names = new LinkedHashMap<>();
        of.map("of").forEach((key, value) -> names.put(key, value(value)));
        of.nothingElse();
        if (steps.isEmpty() == names.isEmpty()) {
            throw new IllegalArgumentException("table " + name + " has rows by number or by name");
        }
        return new Table(steps, names);
    }

    static Value value(JsonNode node) {
        if (node.isNumber()) {
            return new Value.Num(node.decimalValue());
        }
        if (node.isTextual()) {
            return new Value.Text(node.textValue());
        }
        throw new IllegalArgumentException("a table holds numbers and words, not " + node);
    }
}
