package org.guitu.web.risk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The members of one object of an instrument's file; what nobody asked for is refused, so a misspelt member cannot be lost. */
final class Members {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]*");

    private final JsonNode node;
    private final Set<String> asked = new LinkedHashSet<>();

    Members(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("an object is wanted, not " + node);
        }
        this.node = node;
    }

    boolean has(String member) {
        return node.has(member);
    }

    JsonNode node(String member) {
        asked.add(member);
        JsonNode value = node.path(member);
        if (value.isMissingNode() || value.isNull()) {
            throw new IllegalArgumentException("lacks " + member + " in " + shortened());
        }
        return value;
    }

    Optional<String> text(String member) {
        asked.add(member);
        return Optional.ofNullable(node.path(member).textValue());
    }

    String required(String member) {
        return text(member)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("lacks " + member + " in " + shortened()));
    }

    String name(String member) {
        String name = required(member);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name");
        }
        return name;
    }

    boolean yes(String member) {
        asked.add(member);
        return node.path(member).asBoolean(false);
    }

    List<JsonNode> list(String member) {
        return items(node(member));
    }

    List<JsonNode> optionalList(String member) {
        asked.add(member);
        return items(node.path(member));
    }

    private static List<JsonNode> items(JsonNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items;
    }

    List<String> texts(String member) {
        return optionalList(member).stream().map(JsonNode::asText).toList();
    }

    Map<String, JsonNode> map(String member) {
        asked.add(member);
        Map<String, JsonNode> members = new LinkedHashMap<>();
        node.path(member).properties().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
        return members;
    }

    /** Members that somebody else asks for. */
    void leave(Collection<String> members) {
        asked.addAll(members);
    }

    void nothingElse() {
        node.fieldNames().forEachRemaining(member -> {
            if (!asked.contains(member)) {
                throw new IllegalArgumentException("does not know " + member + " in " + shortened());
            }
        });
    }

    private String shortened() {
        String text = node.toString();
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
