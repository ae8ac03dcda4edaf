package org.guitu.web.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.guitu.web.risk.Cases.Case;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Raising a risk answer by one step never lowers the score; only a life with a partner may. */
class OrderTest {

    private static final Set<String> FACTS = Set.of(
            "case_id", "basis", "sex", "total_sanctions", "violent_sanctions", "points_in", "relationship_status");

    /** What each instrument's answers raise. */
    private static final Map<String, List<String>> RAISES = Map.of(
            "arp", List.of("dynamic_pct"),
            "vrp", List.of("dynamic_pct"),
            "svrp", List.of("dynamic_pct"),
            "ovp1", List.of("points", "1yr_pct", "2yr_pct"),
            "ogp1", List.of("points", "1yr_pct", "2yr_pct"),
            "csrp", List.of("csrp_pct"),
            "mst", List.of("score"),
            "tier-v2", List.of("protect_points", "change_points"));

    static Stream<Case> rows() {
        return RAISES.keySet().stream()
                .flatMap(Cases::of)
                .filter(row -> !row.line().contains("\"applicable\":\"N\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aStepUpNeverLowersTheScore(Case row) {
        row.given().forEach((factor, answer) -> {
            String raised = raised(factor, answer);
            if (FACTS.contains(factor) || raised.isEmpty()) {
                return;
            }
            Case higher = row.with(factor, raised);
            for (String result : RAISES.getOrDefault(row.instrument(), List.of())) {
                assertThat(higher.number(result))
                        .as(row + " with " + factor + " " + raised)
                        .isGreaterThanOrEqualTo(row.number(result));
            }
        });
    }

    private static String raised(String factor, String answer) {
        if (factor.equals("recognises_impact") || factor.startsWith("has_")) {
            return answer.equals("Y") && factor.startsWith("rec") ? "N" : "";
        }
        return switch (answer) {
            case "N" -> "Y";
            case "0" -> "1";
            case "1" -> factor.endsWith("_pct") ? "" : "2";
            default -> "";
        };
    }
}
