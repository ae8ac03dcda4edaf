package org.guitu.web.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An instrument that one edits here: what a mistake in it leads to. */
class InstrumentReaderTest {

    private static final String LOCAL = """
            {
              "instrument": "local", "version": "1", "validFrom": "2026-01-01",
              "source": "ours", "certainty": "exact", "limits": "none", "foreign": false,
              "inputs": [
                {"name": "debts", "answer": "yes-no"},
                {"name": "moves", "answer": {"whole": [0, 20]}, "need": "optional", "standing": "0"}
              ],
              "tables": {"moves": {"from": [[0, 0], [2, 3]]}, "bands": {"from": [[0, "LOW"], [4, "HIGH"]]}},
              "terms": {"points": [
                {"key": "debts", "when": "yes(debts)", "amount": 2.5},
                {"key": "moves", "amount": "look('moves', moves)"}
              ]},
              "steps": [
                {"sum": "points", "terms": "points", "out": "points"},
                {"let": "band", "is": "look('bands', points)", "out": "band"}
              ]
            }
            """;

    @Test
    void itemsWeightsAndBandsAreData() {
        Instrument local = InstrumentReader.read(LOCAL);

        assertThat(AssessmentLine.assess(local, "{\"debts\":\"Y\",\"moves\":2}"))
                .isEqualTo("{\"points\":5.5,\"band\":\"HIGH\",\"detail\":{\"instrument\":\"local\","
                        + "\"instrumentVersion\":\"1\",\"points\":{\"debts\":2.5,\"moves\":3}}}");
        assertThat(AssessmentLine.assess(local, "{\"debts\":\"Y\"}")).contains("\"points\":2.5,\"band\":\"LOW\"");
        assertThat(Assessor.assess(local, Map.of())).isInstanceOf(Assessed.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"limits\": \"none\", | | lacks limits",
                "\"validFrom\": \"2026-01-01\" | \"validFrom\": \"soon\" | soon",
                "\"standing\": \"0\" | \"standing\": \"many\" | no answer to moves",
                "\"need\": \"optional\" | \"need\": \"perhaps\" | mandatory, wanted or optional",
                "[2, 3] | [0, 3] | out of order",
                "yes(debts) | yes(debt) | 'debt'",
                "look('moves' | look('move' | 'move'",
                "\"yes-no\" | \"maybe\" | unknown kind of answer",
                "\"key\": \"debts\" | \"kee\": \"debts\" | lacks key",
                "\"key\": \"debts\" | \"key\": \"debts\", \"tiems\": \"1\" | does not know tiems",
                "\"terms\": \"points\", | \"terms\": \"point\", | unknown terms point",
                "\"name\": \"moves\" | \"name\": \"debts\" | asks twice for debts",
                "\"let\": \"band\" | \"let\": \"points\" | defines points twice",
                "\"foreign\": false, | \"foreign\": false, \"foreign\": true, | not JSON"
            })
    void aMistakeIsTold(String right, String wrong, String told) {
        assertThat(LOCAL).contains(right);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstrumentReader.read(LOCAL.replace(right, wrong == null ? "" : wrong)))
                .withMessageContaining(told);
    }
}
