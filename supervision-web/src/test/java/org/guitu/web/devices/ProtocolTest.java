package org.guitu.web.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProtocolTest {

    @Test
    void braceletIsKnownWithoutLeadingZeros() {
        assertThat(Protocol.JT808.identity(" 0013800001234 ")).contains("13800001234");
        assertThat(Protocol.JT808.identity("000")).isEmpty();
        assertThat(Protocol.JT808.identity("13800O01234")).isEmpty();
        assertThat(Protocol.OSMAND.identity("0042-phone")).contains("0042-phone");
        assertThat(Protocol.OSMAND.identity("no spaces")).isEmpty();
    }

    @Test
    void silenceIsLongerThanPlanAndBufferAndMatterOnlyWhileWorn() {
        Instant now = Instant.parse("2026-11-23T08:00:00Z");
        assertThat(device(Optional.of(1L), Optional.of(now.minusSeconds(1500))).signal(now))
                .isEqualTo(Device.Signal.HEARD);
        assertThat(device(Optional.of(1L), Optional.of(now.minusSeconds(1501))).signal(now))
                .isEqualTo(Device.Signal.SILENT);
        assertThat(device(Optional.empty(), Optional.of(now.minusSeconds(1501))).signal(now))
                .isEqualTo(Device.Signal.RESTING);
        assertThat(device(Optional.of(1L), Optional.empty()).signal(now)).isEqualTo(Device.Signal.NEVER_SEEN);
    }

    private static Device device(Optional<Long> wearer, Optional<Instant> seen) {
        return new Device(
                1,
                1,
                Protocol.JT808,
                "1",
                "",
                Duration.ofSeconds(600),
                Duration.ofSeconds(900),
                "WGS84",
                Optional.empty(),
                "",
                "",
                1,
                "",
                wearer.isPresent() ? DeviceState.FITTED : DeviceState.IN_STOCK,
                Instant.EPOCH,
                Optional.empty(),
                wearer,
                Optional.empty(),
                Optional.empty(),
                seen,
                Optional.empty(),
                false);
    }
}
