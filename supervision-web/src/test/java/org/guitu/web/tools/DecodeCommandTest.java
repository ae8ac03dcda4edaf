package org.guitu.web.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.guitu.web.CommandRun;
import org.junit.jupiter.api.Test;

class DecodeCommandTest {

    @Test
    void aBadFrameIsOneRejectedLineAndTheRestGoesOn() {
        CommandRun run = CommandRun.reading(
                "7e00\nnot hex\n\n7e0002000001234567890100018b7e\n", "decode", "--protocol", "jt808");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().count()).isGreaterThanOrEqualTo(2);
        assertThat(run.out())
                .contains("\"frame\":1,\"kind\":\"rejected\"")
                .contains("\"frame\":2,\"kind\":\"rejected\"");
    }

    @Test
    void anUnknownProtocolEndsWithTwo() {
        assertThat(CommandRun.reading("", "decode", "--protocol", "morse").exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.reading("", "decode").exitCode()).isEqualTo(2);
        assertThat(CommandRun.reading("", "decode", "--batch").exitCode()).isZero();
    }
}
