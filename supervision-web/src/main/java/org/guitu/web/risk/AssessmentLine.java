package org.guitu.web.risk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One assessment as a line of JSON: answers in, a score with its contributions or the problems out. */
public final class AssessmentLine {

    /** Contributions are exact; a reader needs no more decimals than the coefficients have. */
    private static final int CONTRIBUTION_DECIMALS = 15;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private AssessmentLine() {}

    /** Assesses the answers of one line; whatever is wrong with it is said in the line that is returned. */
    public static String assess(Instrument instrument, String line) {
        JsonNode answers;
        try {
            answers = MAPPER.readTree(line);
        } catch (JsonProcessingException malformed) {
            return error("the line is not JSON", List.of());
        }
        if (!answers.isObject()) {
            return error("the line is not a JSON object", List.of());
        }
        Map<String, String> texts = new LinkedHashMap<>();
        answers.properties().forEach(entry -> texts.put(entry.getKey(), text(entry.getValue())));
        return switch (Assessor.assess(instrument, texts)) {
            case Score score -> line(score).toString();
            case Assessed.Refused(List<Problem> problems, Map<String, Value> results) -> {
                ObjectNode object = MAPPER.createObjectNode();
                results.forEach((name, value) -> put(object, name, value));
                object.setAll(refusal(problems));
                yield object.toString();
            }
        };
    }

    /** Numbers and words as they are spelled; anything else becomes a text that no input takes. */
    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isBigDecimal()) {
            BigDecimal number = value.decimalValue();
            return Math.abs(number.scale()) > 20 ? number.toString() : number.toPlainString();
        }
        return value.isTextual() || value.isIntegralNumber() ? value.asText() : value.toString();
    }

    private static ObjectNode line(Score score) {
        ObjectNode object = MAPPER.createObjectNode();
        score.results().forEach((name, value) -> put(object, name, value));
        if (!score.missing().isEmpty()) {
            names(object.putArray("missing"), score.missing());
        }
        ObjectNode detail = object.putObject("detail");
        detail.put("instrument", score.instrument()).put("instrumentVersion", score.version());
        if (!score.basis().isEmpty()) {
            detail.put("version", score.basis());
        }
        for (Contribution contribution : score.contributions()) {
            String name = contribution.about().isEmpty()
                    ? contribution.key()
                    : contribution.key() + " " + contribution.about();
            put(detail.withObjectProperty(contribution.sum()), name, shortened(contribution.amount()));
        }
        if (!score.ignored().isEmpty()) {
            names(detail.putArray("ignored"), score.ignored());
        }
        return object;
    }

    private static Value shortened(Value amount) {
        return amount instanceof Value.Num(BigDecimal number) && number.scale() > CONTRIBUTION_DECIMALS
                ? new Value.Num(number.setScale(CONTRIBUTION_DECIMALS, RoundingMode.HALF_UP))
                : amount;
    }

    private static ObjectNode refusal(List<Problem> problems) {
        ObjectNode object = MAPPER.createObjectNode();
        object.put("error", problems.stream().map(Problem::phrase).collect(Collectors.joining("; ")));
        names(
                object.putArray("missing"),
                problems.stream().map(Problem::input).distinct().toList());
        return object;
    }

    private static String error(String what, List<String> missing) {
        ObjectNode object = MAPPER.createObjectNode().put("error", what);
        names(object.putArray("missing"), missing);
        return object.toString();
    }

    private static void names(ArrayNode array, List<String> names) {
        names.forEach(array::add);
    }

    private static void put(ObjectNode object, String name, Value value) {
        if (value instanceof Value.Num(BigDecimal number)) {
            object.put(name, number);
        } else {
            object.put(name, value.spelled());
        }
    }
}
