package org.guitu.web.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.guitu.web.http.Contract;
import org.junit.jupiter.api.Test;

/** What the contract offers to order a rule with, the API takes; anything else it refuses as unknown. */
class RuleContractTest {

    @Test
    void ruleIsOrderedWithWhatTheContractNames() throws IOException {
        assertThat(named("RuleOrder")).containsExactlyInAnyOrderElementsOf(taken(RulesApi.Ordered.class));
        assertThat(named(scheduleOf("RuleOrder"))).containsExactlyInAnyOrderElementsOf(taken(RulesApi.Schedule.class));
    }

    @Test
    void ruleIsShownWithTheScheduleItIsOrderedWith() throws IOException {
        assertThat(scheduleOf("Rule")).isEqualTo(scheduleOf("RuleOrder"));
    }

    private static List<String> named(String schema) throws IOException {
        return schema(schema).path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String scheduleOf(String schema) throws IOException {
        return schema(schema).at("/properties/schedule/$ref").asText().replaceAll(".*/", "");
    }

    private static JsonNode schema(String name) throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readTree(Contract.text())
                .at("/components/schemas")
                .path(name);
    }

    private static List<String> taken(Class<? extends Record> body) {
        return Arrays.stream(body.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
