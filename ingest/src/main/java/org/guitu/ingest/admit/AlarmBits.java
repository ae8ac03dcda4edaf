package org.guitu.ingest.admit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guitu.protocols.report.Alarm;

/** A device's own alarm bits as stored: {@code {"16": "strap_removed", "17": null}}; null means that the bit says nothing. */
public final class AlarmBits {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AlarmBits() {}

    /** The JSON form of a profile's bits. */
    public static String write(Map<Integer, Optional<Alarm>> bits) {
        ObjectNode node = JSON.createObjectNode();
        bits.forEach(
                (bit, alarm) -> node.put(bit.toString(), alarm.map(Alarm::word).orElse(null)));
        return node.toString();
    }

    /** Reads {@link #write}; throws {@link IllegalArgumentException} for anything else. */
    public static Map<Integer, Optional<Alarm>> read(String json) {
        Map<Integer, Optional<Alarm>> bits = new HashMap<>();
        try {
            for (Map.Entry<String, JsonNode> entry : JSON.readTree(json).properties()) {
                JsonNode word = entry.getValue();
                bits.put(
                        Integer.valueOf(entry.getKey()),
                        word.isNull()
                                ? Optional.empty()
                                : Optional.of(Alarm.valueOf(word.asText().toUpperCase(Locale.ROOT))));
            }
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException("alarm bits are not JSON", damaged);
        }
        return bits;
    }
}
