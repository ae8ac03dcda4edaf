package org.guitu.ingest.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guitu.geofence.judgement.Finding.Evidence;

/**
 * Evidence as stored: {@code [{"at", "contentHash", "distanceM", "posterior"}]}. The hash is text, because readers of JSON often know only
 * 53 bits of a number.
 */
public final class EvidenceJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EvidenceJson() {}

    public static String write(List<Evidence> evidence) {
        ArrayNode list = JSON.createArrayNode();
        for (Evidence one : evidence) {
            list.addObject()
                    .put("at", one.at().toString())
                    .put("contentHash", Long.toString(one.contentHash()))
                    .put("distanceM", one.distanceMeters())
                    .put("posterior", one.posterior());
        }
        return list.toString();
    }

    /** Reads {@link #write}; throws {@link IllegalArgumentException} for anything else. */
    public static List<Evidence> read(String json) {
        List<Evidence> evidence = new ArrayList<>();
        try {
            for (JsonNode one : JSON.readTree(json)) {
                evidence.add(new Evidence(
                        Instant.parse(one.path("at").asText()),
                        Long.parseLong(one.path("contentHash").asText()),
                        one.path("distanceM").asDouble(),
                        one.path("posterior").asDouble()));
            }
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException("evidence is not JSON", damaged);
        }
        return evidence;
    }
}
