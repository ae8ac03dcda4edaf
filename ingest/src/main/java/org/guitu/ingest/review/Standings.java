package org.guitu.ingest.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guitu.geofence.judgement.Fold;
import org.guitu.ingest.pipeline.StoredFindings;
import org.guitu.ingest.store.Database;
import org.jdbi.v3.core.Handle;

/** How people stand to their rules as of the newest judgement: zones, plans to report by, and pairs of which they are the first. */
public final class Standings {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;

    public Standings(Database database) {
        this.database = database;
    }

    /** The standing by id of the rule; a rule that has not been judged yet is absent. */
    public Map<Long, Fold.Standing.State> of(long personId) {
        return database.jdbi().withHandle(handle -> read(handle, personId));
    }

    private static Map<Long, Fold.Standing.State> read(Handle handle, long personId) {
        List<String> lists = new ArrayList<>();
        handle.createQuery(
                        "select standings::text as standings, plan_standings::text as plans from telemetry.subject_state"
                                + " where subject_id = any(:subjects)")
                .bind("subjects", StoredFindings.subjectsOf(handle, personId).toArray(Long[]::new))
                .map((row, context) -> List.of(row.getString("standings"), row.getString("plans")))
                .forEach(lists::addAll);
        Map<Long, Fold.Standing.State> states = new HashMap<>();
        for (String list : lists) {
            for (JsonNode standing : parse(list)) {
                states.put(
                        standing.path("ruleId").asLong(),
                        Fold.Standing.State.valueOf(standing.path("state").asText()));
            }
        }
        return states;
    }

    private static JsonNode parse(String list) {
        try {
            return JSON.readTree(list);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("stored standings are not JSON", damaged);
        }
    }
}
