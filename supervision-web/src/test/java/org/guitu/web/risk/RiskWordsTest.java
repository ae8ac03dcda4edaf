package org.guitu.web.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an instrument asks, adds up or answers has words. */
class RiskWordsTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path FILES = Path.of("src/main/resources/risk");

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyNameHasWords(String lang) throws IOException {
        Set<String> wanted = new TreeSet<>();
        for (Instrument instrument : Instruments.shipped().list()) {
            wanted.add("risk.instrument." + instrument.name());
            for (Input input : instrument.inputs()) {
                wanted.add("risk.factor." + input.name());
                input.choices().forEach(choice -> wanted.add("risk.value." + choice));
            }
            instrument.steps().forEach(step -> collect(step, wanted));
        }
        wanted.add("risk.not-calibrated");

        assertThat(words(lang).stringPropertyNames()).containsAll(wanted);
    }

    /** A term that has no words of its own is an input, and is told by the words of the input. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyTermHasWords(String lang) throws IOException {
        Properties words = words(lang);
        Cases.all()
                .map(row -> Assessor.assess(
                        Instruments.shipped().find(row.instrument()).orElseThrow(), row.given()))
                .filter(Score.class::isInstance)
                .flatMap(score -> ((Score) score).contributions().stream())
                .map(Contribution::key)
                .distinct()
                .forEach(key -> assertThat(
                                words.containsKey("risk.term." + key) || words.containsKey("risk.factor." + key))
                        .as(key)
                        .isTrue());
    }

    @Test
    void everyBandHasWords() throws IOException {
        Set<String> bands = Cases.all()
                .flatMap(row -> row.expected().entrySet().stream())
                .filter(cell -> cell.getKey().matches("(.*_)?band|status"))
                .map(cell -> "risk.value." + cell.getValue())
                .filter(key -> !key.endsWith("."))
                .collect(Collectors.toSet());

        assertThat(words("zh").stringPropertyNames()).hasSizeGreaterThan(300).containsAll(bands);
    }

    @Test
    void everyForeignInstrumentSaysThatItIsNotCalibratedHere() {
        assertThat(Instruments.shipped().list())
                .filteredOn(instrument -> !instrument.foreign())
                .extracting(Instrument::name)
                .containsExactly("provincial-class");
        assertThat(Instruments.shipped().list())
                .allSatisfy(instrument ->
                        assertThat(instrument.source() + instrument.certainty()).isNotBlank());
    }

    private static void collect(Step step, Set<String> wanted) {
        switch (step) {
            case Step.Let let -> let.out().ifPresent(out -> wanted.add("risk.result." + out));
            case Step.Sum sum -> sum.out().ifPresent(out -> wanted.add("risk.result." + out));
            case Step.Check check -> wanted.add("risk.problem." + check.problem());
        }
    }

    @Test
    void everyReasonInTheCodeHasWords() throws IOException {
        Pattern reason = Pattern.compile("new WrongAnswer\\(\\s*\"([a-z-]+)\"");
        Set<String> used = reason.matcher(Files.readString(Path.of("src/main/java/org/guitu/web/risk/Answer.java")))
                .results()
                .map(RiskWordsTest::key)
                .collect(Collectors.toSet());

        assertThat(used).hasSizeGreaterThan(5);
        assertThat(words("en").stringPropertyNames()).containsAll(used);
        assertThat(FILES.resolve("instruments.txt")).exists();
    }

    private static String key(MatchResult match) {
        return "risk.problem." + match.group(1);
    }

    private static Properties words(String lang) throws IOException {
        Properties words = new Properties();
        try (Reader in = Files.newBufferedReader(MESSAGES.resolve("risk_" + lang + ".properties"))) {
            words.load(in);
        }
        return words;
    }
}
