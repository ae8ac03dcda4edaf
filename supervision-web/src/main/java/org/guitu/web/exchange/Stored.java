package org.guitu.web.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.guitu.web.http.Json;

/** Reads back what we wrote into a column. */
final class Stored {

    private Stored() {}

    static <T> T read(String json, Class<T> type) {
        try {
            return Json.mapper().readValue(json, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what we stored is no " + type.getSimpleName(), impossible);
        }
    }
}
