package org.guitu.protocols.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one JSON object. Values are {@link String}, {@link Long}, {@link Double}, {@link Boolean}, {@link List} and {@link Map}; members
 * that are {@code null} are left out. Depth is bounded before anything is built, so that a million brackets cost nothing.
 */
public final class JsonObjects {

    private final JsonFactory factory;

    /**
     * @param maxDepth deepest nesting
     * @param maxTextLength longest text or name, in characters
     */
    public JsonObjects(int maxDepth, int maxTextLength) {
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        .maxStringLength(maxTextLength)
                        .maxNumberLength(64)
                        .build())
                .build();
    }

    /** The object, or empty if the text is anything but exactly one object within the limits. */
    public Optional<Map<String, Object>> read(byte[] utf8) {
        try (JsonParser parser = factory.createParser(utf8)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Map<String, Object> object = readObject(parser);
            return parser.nextToken() == null ? Optional.of(object) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> readObject(JsonParser parser) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            readValue(parser).ifPresent(value -> object.put(name, value));
        }
        return object;
    }

    private static List<Object> readList(JsonParser parser) throws IOException {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            readValue(parser).ifPresent(list::add);
        }
        return list;
    }

    private static Optional<Object> readValue(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> Optional.of(readObject(parser));
            case START_ARRAY -> Optional.of(readList(parser));
            case VALUE_STRING -> Optional.of(parser.getText());
            case VALUE_TRUE -> Optional.of(true);
            case VALUE_FALSE -> Optional.of(false);
            case VALUE_NUMBER_INT -> Optional.of(readInteger(parser));
            case VALUE_NUMBER_FLOAT -> Optional.of(parser.getDoubleValue());
            case VALUE_NULL -> Optional.empty();
            default -> throw new IOException("Unexpected end of JSON");
        };
    }

    private static Number readInteger(JsonParser parser) throws IOException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return parser.getDoubleValue();
        }
        return parser.getLongValue();
    }
}
