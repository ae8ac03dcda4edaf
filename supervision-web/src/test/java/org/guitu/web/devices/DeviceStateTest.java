package org.guitu.web.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeviceStateTest {

    private static final Map<DeviceState, String> NEXT = Map.of(
            DeviceState.RECEIVED, "IN_STOCK IN_REPAIR RETIRED",
            DeviceState.IN_STOCK, "FITTED IN_REPAIR LOST RETIRED",
            DeviceState.FITTED, "REMOVED IN_REPAIR LOST",
            DeviceState.REMOVED, "IN_STOCK IN_REPAIR LOST RETIRED",
            DeviceState.IN_REPAIR, "IN_STOCK LOST RETIRED",
            DeviceState.LOST, "IN_STOCK RETIRED",
            DeviceState.RETIRED, "");

    @Test
    void everyStateLeadsWhereItMayAndNowhereElse() {
        for (DeviceState state : DeviceState.values()) {
            assertThat(Stream.of(DeviceState.values())
                            .filter(state::mayBecome)
                            .map(DeviceState::name)
                            .collect(Collectors.toSet()))
                    .as(state.name())
                    .isEqualTo(Stream.of(NEXT.get(state).split(" "))
                            .filter(word -> !word.isEmpty())
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void onlyWhatIsInStockCanBePutOn() {
        assertThat(Stream.of(DeviceState.values()).filter(state -> state.mayBecome(DeviceState.FITTED)))
                .containsExactly(DeviceState.IN_STOCK);
    }
}
