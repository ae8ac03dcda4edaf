package org.guitu.web.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.guitu.web.CommandRun;
import org.junit.jupiter.api.Test;

class AssessCommandTest {

    private static final String PARTS = "\"svrp_pct\":0.8,\"dcsrp_pct\":2.88,\"iicsrp_pct\":\"3.33\"";

    @Test
    void aLineOfAnswersIsALineWithTheScoreAndWhatMadeIt() {
        CommandRun run = CommandRun.reading(
                "{" + PARTS + ",\"female_with_sexual_offence\":\"N\"}\n", "assess", "--instrument", "csrp");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().strip())
                .isEqualTo(
                        "{\"csrp_pct\":7.01,\"band\":\"VERY_HIGH\",\"detail\":{\"instrument\":\"csrp\","
                                + "\"instrumentVersion\":\"2026-08\",\"total\":{\"svrp_pct\":0.8,\"dcsrp_pct\":2.88,\"iicsrp_pct\":3.33}}}");
    }

    @Test
    void oneBadLineNeverStopsTheRest() {
        CommandRun run = CommandRun.reading(
                "no JSON\n[1]\n{\"a\":1,\"a\":2}\n\n{" + PARTS + "}\n{" + PARTS
                        + ",\"female_with_sexual_offence\":true}\n{" + PARTS
                        + ",\"female_with_sexual_offence\":\"Y\"}\n",
                "assess",
                "--instrument",
                "CSRP");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "{\"error\":\"the line is not JSON\",\"missing\":[]}",
                        "{\"error\":\"the line is not a JSON object\",\"missing\":[]}",
                        "{\"error\":\"the line is not JSON\",\"missing\":[]}",
                        "{\"error\":\"female_with_sexual_offence missing\",\"missing\":[\"female_with_sexual_offence\"]}",
                        "{\"error\":\"female_with_sexual_offence not one of Y, N\",\"missing\":[\"female_with_sexual_offence\"]}",
                        "{\"csrp_pct\":7.39,\"band\":\"VERY_HIGH\",\"detail\":{\"instrument\":\"csrp\",\"instrumentVersion\":\"2026-08\","
                                + "\"total\":{\"svrp_pct\":0.8,\"dcsrp_pct\":2.88,\"iicsrp_pct\":3.33,\"female_with_sexual_offence\":0.38}}}");
    }

    @Test
    void anUnknownInstrumentEndsWithTwoAndNamesThoseThereAre() {
        CommandRun run = CommandRun.reading("", "assess", "--instrument", "oracle");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("arp", "tier-v3", "provincial-class");
        assertThat(CommandRun.reading("", "assess").exitCode()).isEqualTo(2);
    }
}
