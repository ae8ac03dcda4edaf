package org.guitu.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.guitu.ingest.registry.BasisSpec;
import org.guitu.ingest.registry.DeviceSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every phone vector through the socket of a running server: the status it is answered with, and what stands in the database. */
class F02_CapturedRequestsIT {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Set<String> PHONES = Set.of(
            "48241179", "123456", "902064", "353861053849681", "123456789012345", "123457", "861359030000015", "1");

    @RegisterExtension
    static final PostgresFixture POSTGRES = PostgresFixture.prepared("telemetry", TestIngest::migrate);

    private static TestIngest ingest;

    @BeforeAll
    static void start() {
        ingest = TestIngest.start(POSTGRES.url(), TestIngest.config(), new ManualClock(NOW));
        for (String phone : PHONES) {
            long device = ingest.device(DeviceSpec.of("osmand", phone));
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
        }
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @TestFactory
    Stream<DynamicTest> everyRequestIsAnsweredAndInTheDatabase() throws Exception {
        return VectorFile.read("osmand.jsonl").stream()
                .map(vector -> DynamicTest.dynamicTest(vector.get("id").asText(), () -> check(vector)));
    }

    @Test
    void aPhoneWithASecretHasToOfferIt() throws Exception {
        ingest.device(DeviceSpec.of("osmand", "secretive").withAuthCode("s3cret"));
        assertThat(send("GET", "/?id=secretive&lat=1&lon=2", "", new byte[0])).isEqualTo(401);
        assertThat(send("GET", "/?id=secretive&lat=1&lon=2&secret=wrong", "", new byte[0]))
                .isEqualTo(401);
        assertThat(send("GET", "/?id=secretive&lat=1&lon=2&secret=s3cret", "", new byte[0]))
                .isEqualTo(200);
    }

    @Test
    void aStrangerIsRefused() throws Exception {
        assertThat(send("GET", "/?id=stranger&lat=1&lon=2", "", new byte[0])).isEqualTo(404);
        await().untilAsserted(() -> assertThat(
                        ingest.rows("select bytes from telemetry.quarantine where reason = 'unknown device'"))
                .singleElement()
                .satisfies(row -> assertThat(new String((byte[]) row.get("bytes"), StandardCharsets.UTF_8))
                        .isEqualTo("GET /")));
    }

    @Test
    void ofWhatCannotBeReadOnlyThePathIsKept() throws Exception {
        int before = refusedByPlace().size();
        assertThat(send("GET", "/?lat=31.9999&lon=121.9999", "", new byte[0])).isEqualTo(400);
        assertThat(refusedByPlace())
                .hasSize(before + 1)
                .allSatisfy(row -> assertThat(new String((byte[]) row.get("bytes"), StandardCharsets.UTF_8))
                        .doesNotContain("31.9999"));
    }

    private static java.util.List<java.util.Map<String, Object>> refusedByPlace() {
        return ingest.rows("select bytes from telemetry.quarantine where device_id is null and protocol = 'osmand'");
    }

    private static void check(JsonNode vector) throws Exception {
        ingest.database()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "truncate telemetry.position, telemetry.report_untimed, telemetry.subject_state"));
        for (JsonNode frame : vector.get("frames")) {
            int status = send(
                    frame.get("method").asText(),
                    frame.get("uri").asText(),
                    frame.path("contentType").asText(""),
                    body(frame.path("body").asText("")));
            String allowed = vector.path("expectReply").path(0).path("status").asText("200");
            assertThat(allowed).as(vector.get("id").asText()).contains(Integer.toString(status));
        }
        List<Map<String, Object>> rows = StoredRows.all(ingest);
        List<JsonNode> expected = VectorFile.expected(vector, "expect");
        for (JsonNode one : expected) {
            assertThat(rows)
                    .as("%s: %s", vector.get("id").asText(), one)
                    .anyMatch(row ->
                            StoredRows.matches(one, row, one.get("deviceId").asText(), NOW));
        }
        assertThat(rows).hasSameSizeAs(expected);
    }

    private static byte[] body(String text) {
        return text.startsWith("@repeat:")
                ? HexFormat.of().parseHex(VectorFile.hex(text))
                : text.getBytes(StandardCharsets.UTF_8);
    }

    /** Sends the request as it stands: an HTTP client would mend or refuse some of them. */
    private static int send(String method, String uri, String contentType, byte[] body) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", ingest.port("osmand")), 5_000);
            socket.setSoTimeout(10_000);
            String head = method + " " + uri + " HTTP/1.1\r\nHost: guitu\r\nConnection: close\r\n"
                    + (contentType.isEmpty() ? "" : "Content-Type: " + contentType + "\r\n") + "Content-Length: "
                    + body.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            try {
                socket.getOutputStream().write(body);
            } catch (IOException answeredEarly) {
                assertThat(body.length).isGreaterThan(64 * 1024);
            }
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            for (int read = socket.getInputStream().read();
                    read >= 0 && read != '\n';
                    read = socket.getInputStream().read()) {
                answer.write(read);
            }
            return Integer.parseInt(answer.toString(StandardCharsets.US_ASCII).split(" ")[1]);
        }
    }
}
