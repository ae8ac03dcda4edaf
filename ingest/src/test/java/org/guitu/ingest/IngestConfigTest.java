package org.guitu.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestConfigTest {

    @Test
    void theDefaultsAreTheConventionalPorts() {
        IngestConfig config = IngestConfig.defaults();
        assertThat(config.jt808Port()).isEqualTo(5015);
        assertThat(config.osmandPort()).isEqualTo(5055);
        assertThat(config.batchMax()).isEqualTo(2_000);
    }

    @Test
    void everySettingMaps() {
        Map<String, String> changed = new HashMap<>();
        IngestConfig.defaults().toMap().forEach((name, value) -> changed.put(name, other(value)));
        IngestConfig config = IngestConfig.of(changed);
        assertThat(config.toMap()).isEqualTo(changed);
        assertThat(changed).hasSize(IngestConfig.class.getRecordComponents().length);
        IngestConfig.defaults()
                .toMap()
                .forEach((name, value) ->
                        assertThat(config.toMap().get(name)).as(name).isNotEqualTo(value));
    }

    @Test
    void aWrongOrUnknownSettingIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IngestConfig.of(Map.of("ingest.jt808-port", "70000")))
                .withMessageContaining("ingest.jt808-port");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IngestConfig.of(Map.of("ingest.frame-timeout", "30")))
                .withMessageContaining("ingest.frame-timeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IngestConfig.of(Map.of("ingest.shards", "none")))
                .withMessageContaining("ingest.shards");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IngestConfig.of(Map.of("ingest.shard", "1")))
                .withMessageContaining("shard");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IngestConfig.defaults().with("auth-timeout", "PT0S"));
    }

    @Test
    void settingsOfOthersAreNotItsBusiness() {
        assertThat(IngestConfig.of(Map.of("web.port", "8080"))).isEqualTo(IngestConfig.defaults());
    }

    private static String other(String value) {
        if (value.startsWith("PT") || value.startsWith("P")) {
            return "PT7S";
        }
        return value.matches("\\d+") ? Integer.toString(Integer.parseInt(value) + 1) : "127.0.0.7";
    }
}
