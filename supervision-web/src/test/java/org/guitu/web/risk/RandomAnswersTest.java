package org.guitu.web.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is answered, there is a score or every reason why not; never an exception, never a percentage that cannot be. */
class RandomAnswersTest {

    private static final int ROUNDS = 3_000;

    static Stream<String> names() {
        return Instruments.shipped().names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void anyAnswersGiveAScoreOrItsReasons(String name) {
        Instrument instrument = Instruments.shipped().find(name).orElseThrow();
        List<String> inputs = instrument.inputs().stream().map(Input::name).toList();
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int scores = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Map<String, String> answers = answers(instrument, random, i % 3 == 0 ? 0 : 0.05);
            String what = "seed " + seed + " " + name + " " + answers;
            try {
                switch (Assessor.assess(instrument, answers)) {
                    case Score score -> {
                        scores++;
                        score.results().forEach((result, value) -> assertSensible(what + " " + result, result, value));
                        assertThat(inputs).as(what).containsAll(score.missing());
                    }
                    case Assessed.Refused(List<Problem> problems, Map<String, Value> _) -> {
                        assertThat(problems).as(what).isNotEmpty();
                        assertThat(inputs)
                                .as(what)
                                .containsAll(
                                        problems.stream().map(Problem::input).toList());
                    }
                }
            } catch (IllegalStateException broken) {
                throw new AssertionError(what, broken);
            }
        }
        assertThat(scores).as("seed " + seed).isPositive();
    }

    private static void assertSensible(String what, String result, Value value) {
        assertThat(value.spelled()).as(what).isNotBlank();
        if (result.endsWith("pct") && !result.equals("capacity_pct")) {
            assertThat(value.asNumber()).as(what).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        }
    }

    private static Map<String, String> answers(Instrument instrument, Random random, double unanswered) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Input input : instrument.inputs()) {
            if (random.nextDouble() >= unanswered) {
                answers.put(input.name(), answer(input.answer(), random));
            }
        }
        return answers;
    }

    private static String answer(Answer answer, Random random) {
        return switch (answer) {
            case Answer.Choice(List<String> values, Map<String, String> _) -> values.get(random.nextInt(values.size()));
            case Answer.Whole(BigDecimal min, BigDecimal max) -> {
                int span = max.intValueExact() - min.intValueExact();
                // Small numbers are the interesting ones.
                yield String.valueOf(
                        min.intValueExact() + random.nextInt(random.nextBoolean() ? Math.min(span, 5) + 1 : span + 1));
            }
            case Answer.Decimal(BigDecimal min, BigDecimal max) ->
                min.add(max.subtract(min).multiply(BigDecimal.valueOf(random.nextInt(101), 2)))
                        .toPlainString();
            case Answer.Date() ->
                LocalDate.of(1950, 1, 1).plusDays(random.nextInt(28_000)).toString();
            case Answer.Counted(Map<String, Value> kinds) ->
                kinds.keySet().stream().sorted().toList().get(random.nextInt(kinds.size())) + "x" + random.nextInt(9);
        };
    }
}
