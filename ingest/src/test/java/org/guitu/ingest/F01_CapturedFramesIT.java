package org.guitu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.guitu.ingest.admit.Identities;
import org.guitu.ingest.registry.BasisSpec;
import org.guitu.ingest.registry.DeviceSpec;
import org.guitu.protocols.Decoded;
import org.guitu.protocols.Framing;
import org.guitu.protocols.framing.FlaggedFrames;
import org.guitu.protocols.jt808.Jt808Header;
import org.guitu.protocols.jt808.Jt808Message;
import org.guitu.protocols.jt808.Jt808Profiles;
import org.guitu.protocols.jt808.Jt808Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every JT/T 808 vector through the socket of a running server; what stands in the database is what the vector says. */
class F01_CapturedFramesIT {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Set<String> NOT_SENT_BY_DEVICES = Set.of("encode");

    @RegisterExtension
    static final PostgresFixture POSTGRES = PostgresFixture.prepared("telemetry", TestIngest::migrate);

    private static final Map<String, Long> DEVICES = new HashMap<>();
    private static TestIngest ingest;

    @BeforeAll
    static void start() {
        ingest = TestIngest.start(POSTGRES.url(), TestIngest.config(), new ManualClock(NOW));
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @TestFactory
    Stream<DynamicTest> everyFrameIsInTheDatabaseWithTheExpectedValues() throws Exception {
        return VectorFile.read("jt808.jsonl").stream()
                .filter(vector ->
                        !NOT_SENT_BY_DEVICES.contains(vector.get("kind").asText()))
                .map(vector -> DynamicTest.dynamicTest(vector.get("id").asText(), () -> check(vector)));
    }

    private static void check(JsonNode vector) throws Exception {
        ingest.database()
                .jdbi()
                .useHandle(
                        handle -> handle.execute(
                                "truncate telemetry.position, telemetry.report_untimed, telemetry.subject_state, telemetry.checkpoint"));
        byte[] stream = HexFormat.of().parseHex(stream(vector));
        Map<String, Jt808Header> terminals = terminals(stream);
        terminals.forEach((identity, header) -> register(identity, vector));

        boolean closed = vector.get("expect").asText().equals("limit-and-close");
        try (TestBracelet connection = TestBracelet.connect(ingest.port("jt808"), "000000000000")) {
            for (Jt808Header header : terminals.values()) {
                connection.ask(new Jt808Message.Authenticate(header.withSerial(61_000), code(vector)));
            }
            if (closed) {
                assertThatIsCutOff(connection, stream);
                return;
            }
            connection.sendBytes(stream);
            for (Jt808Header header : terminals.values()) {
                untilAnswered(connection, header.withSerial(61_001));
            }
        }
        if (!vector.path("optional").asBoolean()) {
            compare(vector);
        }
    }

    private static void assertThatIsCutOff(TestBracelet connection, byte[] stream) throws IOException {
        try {
            connection.sendBytes(stream);
        } catch (SocketException alreadyCutOff) {
            return;
        }
        assertThat(connection.isClosedByPlatform(Duration.ofSeconds(5))).isTrue();
    }

    private static void compare(JsonNode vector) {
        List<JsonNode> expected = new ArrayList<>(VectorFile.expected(vector, "expect"));
        expected.addAll(VectorFile.expected(vector, "expectAfter"));
        List<Map<String, Object>> rows = StoredRows.all(ingest);
        for (JsonNode one : expected) {
            String identity = Identities.canonical("jt808", one.path("deviceId").asText());
            assertThat(rows)
                    .as("%s: %s", vector.get("id").asText(), one)
                    .anyMatch(row -> StoredRows.matches(one, row, identity, NOW));
        }
        // Nothing but what is expected; two expected objects may be one report sent twice.
        assertThat(rows)
                .as(vector.get("id").asText())
                .hasSizeLessThanOrEqualTo(Math.max(expected.size(), framesExpected(vector)));
    }

    private static int framesExpected(JsonNode vector) {
        return vector.get("kind").asText().equals("framing")
                ? vector.get("expect").asInt(1)
                : 0;
    }

    /** The answer comes when everything before it is durable: same terminal, same shard, same order. */
    private static void untilAnswered(TestBracelet connection, Jt808Header header) throws Exception {
        connection.send(new Jt808Message.Heartbeat(header));
        while (true) {
            Jt808Message message = connection.receive().orElseThrow();
            if (message instanceof Jt808Message.PlatformReply reply && reply.ackSerial() == header.serial()) {
                assertThat(reply.result()).isZero();
                return;
            }
        }
    }

    private static void register(String identity, JsonNode vector) {
        String model = vector.path("model").asText("");
        DeviceSpec spec = DeviceSpec.of("jt808", identity)
                .withAuthCode(code(vector))
                .withModel(model, Jt808Profiles.named(model).alarmBits());
        if (!DEVICES.containsKey(identity)) {
            long device = ingest.device(spec);
            DEVICES.put(identity, device);
            ingest.database()
                    .jdbi()
                    .useTransaction(handle -> ingest.registry()
                            .grantBasis(
                                    handle,
                                    new BasisSpec(
                                            BasisSpec.Kind.PHONE_PLAN,
                                            device,
                                            device,
                                            Instant.parse("2010-01-01T00:00:00Z"),
                                            Instant.parse("2030-01-01T00:00:00Z"))));
        } else {
            ingest.database()
                    .jdbi()
                    .useTransaction(handle -> ingest.registry().updateDevice(handle, DEVICES.get(identity), spec));
        }
        ingest.assembly().rereadBooks();
    }

    private static String code(JsonNode vector) {
        return vector.path("expect").path(0).path("authCode").asText("code");
    }

    private static String stream(JsonNode vector) {
        StringBuilder stream = new StringBuilder();
        vector.get("frames").forEach(frame -> stream.append(VectorFile.hex(frame.asText())));
        return stream.toString();
    }

    private static Map<String, Jt808Header> terminals(byte[] stream) {
        Jt808Protocol protocol = new Jt808Protocol();
        Map<String, Jt808Header> terminals = new LinkedHashMap<>();
        FlaggedFrames frames = new FlaggedFrames(new Framing.Flagged(0x7E, 4096));
        frames.accept(Unpooled.wrappedBuffer(stream), frame -> {
            switch (protocol.decode(frame)) {
                case Decoded.Message<Jt808Message>(Jt808Message message) ->
                    terminals.putIfAbsent(protocol.deviceId(message), message.header());
                case Decoded.BadBody<Jt808Message> bad ->
                    terminals.putIfAbsent(
                            protocol.deviceId(bad.message()), bad.message().header());
                case Decoded.Malformed<Jt808Message> malformed -> {}
            }
        });
        return terminals;
    }
}
