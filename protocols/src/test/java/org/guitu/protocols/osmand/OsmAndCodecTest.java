package org.guitu.protocols.osmand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.guitu.protocols.Answer;
import org.guitu.protocols.Answer.Reason;
import org.guitu.protocols.Decoded;
import org.guitu.protocols.Octets;
import org.guitu.protocols.osmand.OsmAndMessage.DeviceTime;
import org.guitu.protocols.report.Alarm;
import org.guitu.protocols.report.DeviceProfile;
import org.guitu.protocols.report.Report;
import org.guitu.protocols.report.Report.Kind;
import org.guitu.protocols.report.Report.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OsmAndCodecTest {

    private static final long SEED = Long.getLong("guitu.seed", 5055);
    private static final Instant FIX_TIME = Instant.parse("2026-11-22T08:00:00Z");
    private static final OsmAndMessage MESSAGE = OsmAndMessage.of("861359030000015")
            .secret("s3cret&+%")
            .at(FIX_TIME)
            .place(31.2304, -121.4737)
            .accuracy(9.5)
            .speed(4.32)
            .course(10.0)
            .altitude(-4.0)
            .battery(55.5)
            .charging(true)
            .mock(true)
            .valid(true)
            .event("motionchange")
            .alarm("sos")
            .build();

    private final OsmAndProtocol protocol = new OsmAndProtocol();

    static Stream<Function<OsmAndMessage, HttpFrame>> shapes() {
        return Stream.of(OsmAndEncoder::json, OsmAndEncoder::query, OsmAndEncoder::form);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyShapeSaysTheSame(Function<OsmAndMessage, HttpFrame> shape) {
        OsmAndMessage back = message(shape.apply(MESSAGE));

        assertThat(back.speedKmh()).isCloseTo(MESSAGE.speedKmh(), within(1e-9));
        assertThat(back).usingRecursiveComparison().ignoringFields("speedKmh").isEqualTo(MESSAGE);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aStatusWithoutAPlaceIsASignOfLife(Function<OsmAndMessage, HttpFrame> shape) {
        OsmAndMessage status = OsmAndMessage.of("1").at(FIX_TIME).battery(5.0).build();

        Report report = report(message(shape.apply(status)));

        assertThat(report.kind()).isEqualTo(Kind.HEARTBEAT);
        assertThat(report.marks()).containsExactly(Mark.POSITION_MISSING);
        assertThat(report.batteryPercent()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1788253490 | 2026-09-01T09:04:50Z",
                "1442068686579 | 2015-09-12T14:38:06.579Z",
                "1788253490.5 | 2026-09-01T09:04:50.500Z",
                "2016-01-27T18:55:47Z | 2016-01-27T18:55:47Z",
                "2016-01-27T18:55:47%2B08:00 | 2016-01-27T10:55:47Z",
                "2016-01-27T18:55:47+08:00 | 2016-01-27T10:55:47Z",
            })
    void readsEverySpellingOfTime(String spelt, Instant instant) {
        assertThat(message(HttpFrame.get("/?id=1&timestamp=" + spelt)).time()).isEqualTo(new DeviceTime.At(instant));
    }

    @Test
    void aTimeWithoutZoneIsReadAsUtcAndFlagged() {
        Report report = report(message(HttpFrame.get("/?id=1&lat=1&lon=2&timestamp=2026-06-04+09%3A10%3A11")));

        assertThat(report.fixTime()).isEqualTo("2026-06-04T09:10:11Z");
        assertThat(report.marks()).containsExactly(Mark.ZONE_ASSUMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"99999999999999999", "yesterday", "2026-13-01T00:00:00Z", "-5", "+999999999-01-01T00:00:00Z"})
    void whatIsNoDateIsTakenAndMarked(String spelt) {
        Report report = report(message(HttpFrame.get("/?id=1&lat=1&lon=2&timestamp=" + spelt)));

        assertThat(report.fixTime()).isNull();
        assertThat(report.marks()).contains(Mark.TIME_INVALID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/?lat=1&lon=2 | no device id",
                "/?id=&lat=1&lon=2 | no device id",
                "/?id=1&deviceid=2&lat=1&lon=2 | more than one device id, or too long a one",
                "/?id=1&lat=abc&lon=2 | coordinates are no numbers",
                "/?id=1&lat=NaN&lon=2 | coordinates are no numbers",
                "/?id=1&lat=1&lon=Infinity | coordinates are no numbers",
                "/?id=1&lat=0x1p3&lon=2d | coordinates are no numbers",
                "/?id=1&lat=1e999&lon=2 | coordinates are no numbers",
            })
    void whatCanNeverSucceedIsAnswered400(String uri, String reason) {
        Decoded<OsmAndMessage> decoded = protocol.decode(HttpFrame.get(uri));

        assertThat(decoded)
                .satisfiesAnyOf(
                        malformed -> assertThat(malformed).isEqualTo(new Decoded.Malformed<>(reason, 0)),
                        bad -> assertThat(((Decoded.BadBody<?>) bad).reason()).isEqualTo(reason));
        assertThat(protocol.status(new Answer.Refused(Reason.MESSAGE_ERROR))).isEqualTo(400);
    }

    @Test
    void theSameIdTwiceIsOneId() {
        assertThat(message(HttpFrame.get("/?id=1&deviceid=1&id=1")).deviceId()).isEqualTo("1");
    }

    @Test
    void junkInOptionalFieldsIsKeptAsideAndLosesNothing() {
        OsmAndMessage message = message(
                HttpFrame.get("/?id=1&location=31.5,121.5&batt=3.9V&speed=-1&hdop=x&charge=maybe&%zz=%&rpm=933"));

        assertThat(message.latitude()).isEqualTo(31.5);
        assertThat(message.speedKmh()).isNull();
        assertThat(message.batteryPercent()).isNull();
        assertThat(message.attributes()).extracting(Report.Item::name).contains("batt", "rpm");
    }

    @Test
    void jsonIsBoundedInDepthAndLength() {
        assertThat(json("{\"a\":" + "[".repeat(60_000))).isInstanceOf(Decoded.Malformed.class);
        assertThat(json("{\"device_id\":\"1\"} trailing")).isInstanceOf(Decoded.Malformed.class);
        assertThat(json("{\"device_id\":\"1\",\"location\":[]}")).isInstanceOf(Decoded.BadBody.class);
        assertThat(json("{\"device_id\":\"1\"}")).isInstanceOf(Decoded.Message.class);

        Decoded<OsmAndMessage> tooLong = json(" ".repeat(OsmAndProtocol.MAX_BODY_BYTES + 1));
        assertThat(protocol.status((Decoded.Malformed<OsmAndMessage>) tooLong)).isEqualTo(413);
    }

    @Test
    void numbersThatTheAppDoesNotKnowAreAbsent() {
        Decoded<OsmAndMessage> decoded = json("""
                {"device_id": 42, "location": {"timestamp": 1795334400000, "odometer": 10.5, "battery": {"level": -1},
                 "coords": {"latitude": 1, "longitude": 2, "speed": -1, "heading": -1, "accuracy": 5}}}
                """);

        assertThat(decoded).isInstanceOfSatisfying(Decoded.Message.class, whole -> {
            OsmAndMessage message = (OsmAndMessage) whole.message();
            assertThat(message.deviceId()).isEqualTo("42");
            assertThat(message.speedKmh()).isNull();
            assertThat(message.courseDegrees()).isNull();
            assertThat(message.batteryPercent()).isNull();
            assertThat(message.time()).isEqualTo(new DeviceTime.At(Instant.parse("2026-11-22T08:00:00Z")));
        });
    }

    @ParameterizedTest
    @CsvSource({"Bearer abc, abc", "bearer abc, abc", "Basic MTIzOmFiYw==, abc", "Basic !!, ", "Digest x, "})
    void findsTheSecretInTheAuthorizationHeader(String header, String secret) {
        HttpFrame frame = new HttpFrame("GET", "/?id=1", "", Map.of("Authorization", header), Octets.EMPTY);

        assertThat(message(frame).secret().orElse(null)).isEqualTo(secret);
    }

    @Test
    void theSecretIsNoAttribute() {
        OsmAndMessage message = message(HttpFrame.get("/?id=1&secret=abc&notificationToken=xyz"));

        assertThat(message.secret()).contains("abc");
        assertThat(message.attributes()).isEmpty();
        assertThat(Base64.getEncoder().encodeToString("123:abc".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("MTIzOmFiYw==");
    }

    @ParameterizedTest
    @CsvSource({"sos, SOS", "SOS, SOS", "lowBattery, LOW_BATTERY", "tampering, TAMPER", "whatever, OTHER"})
    void readsAlarmWords(String word, Alarm alarm) {
        assertThat(report(message(HttpFrame.get("/?id=1&alarm=" + word))).alarms())
                .containsExactly(alarm);
    }

    @Test
    void nothingCutOrRandomThrows() {
        Random random = new Random(SEED);
        List<HttpFrame> whole = shapes().map(shape -> shape.apply(MESSAGE)).toList();
        for (HttpFrame frame : whole) {
            for (int length = 0; length < frame.body().size(); length++) {
                survives(HttpFrame.post("/", frame.contentType(), frame.body().slice(0, length)));
            }
            for (int length = 0; length < frame.uri().length(); length++) {
                survives(HttpFrame.get(frame.uri().substring(0, length)));
            }
        }
        for (int i = 0; i < 20_000 * Integer.getInteger("guitu.soak", 1); i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            String text = "id=1&lat=%" + new String(bytes, StandardCharsets.ISO_8859_1);
            try {
                survives(HttpFrame.get("/?" + text));
                survives(HttpFrame.post("/", "application/json", Octets.of(bytes)));
                survives(HttpFrame.post("/", "", Octets.ofText(text, StandardCharsets.UTF_8)));
            } catch (RuntimeException e) {
                throw new AssertionError("guitu.seed=" + SEED + " round " + i, e);
            }
        }
    }

    private void survives(HttpFrame frame) {
        if (protocol.decode(frame) instanceof Decoded.Message<OsmAndMessage>(OsmAndMessage message)) {
            report(message);
        }
    }

    private Decoded<OsmAndMessage> json(String body) {
        return protocol.decode(HttpFrame.post("/", "application/json", Octets.ofText(body, StandardCharsets.UTF_8)));
    }

    private OsmAndMessage message(HttpFrame frame) {
        return ((Decoded.Message<OsmAndMessage>) protocol.decode(frame)).message();
    }

    private Report report(OsmAndMessage message) {
        return protocol.reports(message, DeviceProfile.standard(), FIX_TIME.plusSeconds(5))
                .getFirst();
    }
}
