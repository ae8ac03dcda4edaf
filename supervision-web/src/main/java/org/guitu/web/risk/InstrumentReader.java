package org.guitu.web.risk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the file of an instrument and refuses one that could not be scored: members that do not exist, formulas that name what is not
 * there, tables out of order. The README beside the files says what they hold.
 */
public final class InstrumentReader {

    /** Decimals stay as they are spelled: 0.10310 is not 0.1031. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final JsonNode file;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Set<String> names = new TreeSet<>();

    private InstrumentReader(JsonNode file) {
        this.file = file;
    }

    /**
     * Reads the text of a file.
     *
     * @throws IllegalArgumentException which says what is wrong and where, if the text is no instrument
     */
    public static Instrument read(String json) {
        JsonNode file;
        try {
            file = MAPPER.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(
                    "an instrument's file is not JSON: " + malformed.getOriginalMessage(), malformed);
        }
        String name = file.path("instrument").asText("without a name");
        try {
            return new InstrumentReader(file).instrument();
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new IllegalArgumentException("instrument " + name + ": " + wrong.getMessage(), wrong);
        }
    }

    private Instrument instrument() {
        Members of = new Members(file);
        of.map("tables").forEach((name, table) -> tables.put(name, Tables.read(name, table)));
        Map<String, JsonNode> cases = of.map("conditions");
        List<JsonNode> asked = of.list("inputs");
        names.addAll(names(asked));
        Map<String, Formula> conditions = new LinkedHashMap<>();
        cases.forEach((name, text) -> {
            conditions.put(name, FormulaParser.parse(text.asText(), names, tables));
            define(name);
        });
        List<Input> inputs = asked.stream().map(this::input).toList();
        define(Assessor.COMPLETE);
        List<JsonNode> steps = of.list("steps");
        StepReader reader = new StepReader(
                inputs.stream().map(Input::name).toList(), names, tables, of.map("terms"), StepReader.columns(steps));
        List<Step> read = new ArrayList<>();
        steps.forEach(step -> read.add(reader.read(step)));
        Map<String, Value> refusal = new LinkedHashMap<>();
        of.map("refusal").forEach((name, value) -> refusal.put(name, Tables.value(value)));
        Optional<Formula> basis = of.text("basis").map(text -> FormulaParser.parse(text, names, tables));
        Instrument instrument = new Instrument(
                of.name("instrument"),
                of.required("version"),
                LocalDate.parse(of.required("validFrom")),
                of.required("source"),
                of.required("certainty"),
                of.required("limits"),
                of.yes("foreign"),
                of.yes("restricted"),
                inputs,
                conditions,
                read,
                basis,
                refusal);
        of.nothingElse();
        return instrument;
    }

    private static Set<String> names(List<JsonNode> inputs) {
        Set<String> names = new TreeSet<>();
        for (JsonNode input : inputs) {
            if (!names.add(input.path("name").asText())) {
                throw new IllegalArgumentException(
                        "asks twice for " + input.path("name").asText());
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("asks nothing");
        }
        return names;
    }

    private void define(String name) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("defines " + name + " twice");
        }
    }

    private Input input(JsonNode node) {
        Members of = new Members(node);
        String name = of.name("name");
        Answer answer = AnswerReader.read(of.node("answer"), of.text("codes"), tables);
        Input input = new Input(
                name,
                answer,
                need(of.text("need").orElse("mandatory")),
                of.texts("none"),
                of.text("standing").map(text -> {
                    try {
                        return answer.read(text);
                    } catch (WrongAnswer wrong) {
                        throw new IllegalArgumentException(
                                "what stands for no answer to " + name + " is no answer", wrong);
                    }
                }));
        of.nothingElse();
        return input;
    }

    /** {@code mandatory}, {@code wanted} or {@code optional}, each alone or followed by {@code if FORMULA}. */
    private Input.Need need(String text) {
        int condition = text.indexOf(" if ");
        String kind = condition < 0 ? text : text.substring(0, condition);
        Formula when = condition < 0
                ? values -> new Value.Truth(true)
                : FormulaParser.parse(text.substring(condition + 4), names, tables);
        return switch (kind) {
            case "mandatory" -> new Input.Need(Input.Need.Kind.MANDATORY, when);
            case "wanted" -> new Input.Need(Input.Need.Kind.WANTED, when);
            case "optional" -> new Input.Need(Input.Need.Kind.OPTIONAL, when);
            default -> throw new IllegalArgumentException("need is mandatory, wanted or optional, not " + text);
        };
    }
}
