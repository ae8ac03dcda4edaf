package org.guitu.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.Validator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.guitu.web.http.Json;
import org.guitu.web.people.Category;
import org.guitu.web.people.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The published schema and the reader agree on what a message is. */
class MessageReaderTest {

    private static final Validator SCHEMA = Validator.create(
            JsonSchema.of(new JsonObject(new String(WireRoutes.schema(), StandardCharsets.UTF_8))),
            new JsonSchemaOptions()
                    .setBaseUri("urn:guitu:test")
                    .setDraft(Draft.DRAFT202012)
                    .setOutputFormat(OutputFormat.Basic));

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void everyKindWeWriteIsAsPublished(NoticeKind kind) {
        agree(Json.write(message(kind)), true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "schemaVersion":1           | "schemaVersion":2
            "sequence":1                | "sequence":0
            "from":"corr-1"             | "from":"-"
            "to":"proc-1"               | "to":""
            "caseNumber":"测1"           | "caseNumber":" "
            "name":"测试甲"               | "age":7
            "identityNumber":"1         | "identityNumber":"0
            "day":"2026-11-01"          | "day":"1826-11-01"
            "reason":"测试"              | "reason":""
            "kind":"DECISION"           | "kind":"GOSSIP"
            "kind":"DECISION"           | "kind":"WARNING"
            "sex":"MALE"                | "sex":"OTHER"
            "address":"测试路1号"          | "address":""
            """)
    void whatTheSchemaDoesNotAllowIsNotRead(String good, String bad) {
        String whole = Json.write(message(NoticeKind.DECISION));
        assertThat(whole).contains(good);
        agree(whole, true);
        agree(whole.replace(good, bad), false);
    }

    @Test
    void checkCharacterOfAnIdentityNumberIsChecked() {
        String wrong = Json.write(message(NoticeKind.LETTER)).replace("110101199003070038", "110101199003070031");
        assertThat(MessageReader.read(wrong.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MessageReader.Reading.Malformed.class);
    }

    @ParameterizedTest
    @CsvSource({"1,5", "2,10", "3,20", "10,2560", "11,3600", "500,3600"})
    void pauseDoublesUpToABound(int attempts, long seconds) {
        assertThat(Backoff.after(attempts, java.time.Duration.ofSeconds(5), java.time.Duration.ofHours(1)))
                .hasSeconds(seconds);
    }

    private static void agree(String json, boolean good) {
        assertThat(SCHEMA.validate(new JsonObject(json)).getValid())
                .as("schema: %s", json)
                .isEqualTo(good);
        assertThat(MessageReader.read(json.getBytes(StandardCharsets.UTF_8)) instanceof MessageReader.Reading.Read)
                .as("reader: %s", json)
                .isEqualTo(good);
    }

    private static Message message(NoticeKind kind) {
        NoticeBody body = NoticeBody.on(LocalDate.of(2026, 11, 1))
                .until(LocalDate.of(2026, 12, 1))
                .document("测〔2026〕1号")
                .because("测试")
                .at("测试市")
                .saying("说明");
        PersonFacts facts = new PersonFacts(
                Optional.of(Sex.MALE),
                Optional.of(LocalDate.of(1990, 3, 7)),
                Optional.of("000"),
                Optional.of("测试路1号"),
                Optional.of(Category.PAROLE),
                Optional.of(LocalDate.of(2026, 11, 1)),
                Optional.of(LocalDate.of(2027, 10, 31)));
        boolean entering = kind == NoticeKind.DECISION || kind == NoticeKind.INMATE_INFORMATION;
        return new Message(
                1,
                UUID.fromString("6f1c2a52-4a43-4a3e-9b53-0b7a0c1d2e3f"),
                kind,
                "corr-1",
                "proc-1",
                Instant.parse("2026-11-01T08:00:00Z"),
                1,
                new About("测1", "测试甲", Optional.of("110101199003070038")),
                entering ? body.entering(facts) : body);
    }
}
