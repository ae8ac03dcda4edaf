package org.guitu.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guitu.web.WebFixture;
import org.guitu.web.http.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What another server may and may not do at the wire. */
class WireIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture().exchanging(Side.config());

    @TempDir
    static Path folder;

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Side side;
    private static OwnKey procuratorate;
    private static PartnerKey ours;

    @BeforeAll
    static void registerAPartner() {
        side = new Side(WEB, "测试线路所");
        procuratorate = OwnKey.at(folder.resolve("procuratorate.json"));
        ours = PartnerKey.parse(side.ownKey()).orElseThrow();
        side.register(
                WEB.root(),
                PartnerKind.PROCURATORATE,
                "proc-1",
                "corr-1",
                "https://localhost:1",
                procuratorate.publicJwk());
    }

    @Test
    void messageIsStoredOnceAndItsReceiptIsTheSameEachTime() {
        byte[] content = bytes(message(NoticeKind.LETTER, Instant.now()));
        HttpResponse<String> first = send(content, Signatures.sign(content, procuratorate));
        HttpResponse<String> again = send(content, Signatures.sign(content, procuratorate));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body()).contains(Signatures.digest(content));
        assertThat(signature(again)).isEqualTo(signature(first));
        assertThat(Signatures.verify(first.body().getBytes(StandardCharsets.UTF_8), signature(first), ours.publicKey()))
                .isTrue();
        assertThat(stored(content)).isEqualTo(1);
    }

    @Test
    void sameNumberWithOtherContentIsAConflict() {
        Message message = message(NoticeKind.LETTER, Instant.now());
        byte[] first = bytes(message);
        byte[] other = bytes(new Message(
                1,
                message.id(),
                message.kind(),
                message.from(),
                message.to(),
                message.createdAt(),
                2,
                message.about(),
                message.body()));
        send(first, Signatures.sign(first, procuratorate));
        assertThat(send(other, Signatures.sign(other, procuratorate)).statusCode())
                .isEqualTo(409);
        assertThat(stored(other)).isZero();
    }

    @Test
    void nothingIsKeptOfWhatNobodyKnownHasSignedButACount() {
        byte[] content = bytes(message(NoticeKind.LETTER, Instant.now()));
        OwnKey stranger = OwnKey.at(folder.resolve("stranger.json"));
        byte[] altered = new String(content, StandardCharsets.UTF_8)
                .replace("测试函", "改过的")
                .getBytes(StandardCharsets.UTF_8);
        long before = turnedAway();

        assertThat(send(content, Signatures.sign(content, stranger)).statusCode())
                .isEqualTo(401);
        assertThat(send(altered, Signatures.sign(content, procuratorate)).statusCode())
                .isEqualTo(401);
        assertThat(send(content, "").statusCode()).isEqualTo(401);
        assertThat(send(content, "not.a.signature").statusCode()).isEqualTo(401);
        assertThat(send(content, none(content)).statusCode()).isEqualTo(401);

        assertThat(turnedAway() - before).isEqualTo(5);
        assertThat(stored(content) + stored(altered)).isZero();
        assertThat(side.administrator.get("/exchange/partners").body()).contains("不认识的密钥", "签名与内容不符", "没有签名");
    }

    @Test
    void replayOfWhatIsTooOldIsRefusedButAReceiptIsNeverDenied() {
        byte[] old = bytes(message(NoticeKind.LETTER, Instant.now().minus(Duration.ofDays(31))));
        byte[] ahead = bytes(message(NoticeKind.LETTER, Instant.now().plus(Duration.ofHours(2))));
        assertThat(send(old, Signatures.sign(old, procuratorate)).statusCode()).isEqualTo(422);
        assertThat(send(ahead, Signatures.sign(ahead, procuratorate)).statusCode())
                .isEqualTo(422);
        assertThat(stored(old) + stored(ahead)).isZero();
    }

    @Test
    void partnerMaySendOnlyWhatIsItsToSayAndOnlyUnderItsOwnName() {
        byte[] decision = bytes(message(NoticeKind.DECISION, Instant.now()));
        Message letter = message(NoticeKind.LETTER, Instant.now());
        byte[] asAnother = bytes(new Message(
                1,
                letter.id(),
                letter.kind(),
                "court-1",
                "corr-1",
                letter.createdAt(),
                1,
                letter.about(),
                letter.body()));
        assertThat(send(decision, Signatures.sign(decision, procuratorate)).statusCode())
                .isEqualTo(403);
        assertThat(send(asAnother, Signatures.sign(asAnother, procuratorate)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatIsNotAsAgreedIsToldByMember() {
        String good = new String(bytes(message(NoticeKind.LETTER, Instant.now())), StandardCharsets.UTF_8);
        byte[] blank = good.replace("测试某", " ").getBytes(StandardCharsets.UTF_8);
        byte[] twice = good.replaceFirst("\\{", "{\"sequence\":7,").getBytes(StandardCharsets.UTF_8);
        byte[] unknown = good.replaceFirst("\\{", "{\"track\":[],").getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> told = send(blank, Signatures.sign(blank, procuratorate));
        assertThat(told.statusCode()).isEqualTo(422);
        assertThat(told.body()).contains("\"reasons\":[\"about.name\"]").doesNotContain("测试函");
        assertThat(send(twice, Signatures.sign(twice, procuratorate)).statusCode())
                .isEqualTo(422);
        assertThat(send(unknown, Signatures.sign(unknown, procuratorate)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void messageOfMoreThanAMillionBytesIsNotRead() {
        byte[] large = new byte[1_000_001];
        assertThat(send(large, Signatures.sign(large, procuratorate)).statusCode())
                .isEqualTo(413);
        byte[] larger = new byte[2_000_000];
        assertThat(send(larger, "x").statusCode()).isEqualTo(413);
    }

    @Test
    void signInOrTokenOfAPageIsNeitherAskedNorOfUse() {
        byte[] content = bytes(message(NoticeKind.LETTER, Instant.now()));
        assertThat(side.decider
                        .json("POST", "/exchange/v1/messages", new String(content, StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(401);
        assertThat(WEB.browser().get("/exchange/v1/schema").body()).contains("urn:guitu:exchange:message:1");
    }

    @Test
    void privateKeyOfAPartnerIsNotTakenAndOursIsOnNoPage() throws IOException {
        String theirs = Files.readString(folder.resolve("procuratorate.json"));
        Map<String, String> form = Side.partner(
                WEB.root(), PartnerKind.POLICE, "police-1", "corr-1", "https://police.example.org", theirs);
        var refused = side.administrator.post("/exchange/partners/new", form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("这里面有私钥");
        assertThat(side.administrator.get("/exchange/partners").body()).doesNotContain("\"d\"", "&#34;d&#34;");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("procuratorate.json"))))
                .isEqualTo("rw-------");
        assertThat(side.world.count("supervision.partner")).isEqualTo(1);
    }

    @Test
    void addressWithoutTlsOnAnotherMachineIsRefused() {
        Map<String, String> form = Side.partner(
                WEB.root(),
                PartnerKind.POLICE,
                "police-2",
                "corr-1",
                "http://police.example.org",
                procuratorate.publicJwk());
        assertThat(side.administrator.post("/exchange/partners/new", form).body())
                .contains("须使用 https");
        form.put("baseUrl", "https://name:word@police.example.org");
        assertThat(side.administrator.post("/exchange/partners/new", form).body())
                .contains("请填写完整的网址");
    }

    /** As {@code alg: none}: unsigned. */
    private static String none(byte[] content) {
        return java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(("{\"alg\":\"none\",\"kid\":\"" + procuratorate.id() + "\"}")
                                .getBytes(StandardCharsets.UTF_8))
                + ".."
                + (content.length > 0 ? "" : "x");
    }

    private static Message message(NoticeKind kind, Instant at) {
        return new Message(
                1,
                UUID.randomUUID(),
                kind,
                "proc-1",
                "corr-1",
                at,
                1,
                new About("测检〔2026〕1号", "测试某", Optional.empty()),
                NoticeBody.on(LocalDate.of(2026, 11, 1)).saying("测试函"));
    }

    private static byte[] bytes(Message message) {
        return Json.write(message).getBytes(StandardCharsets.UTF_8);
    }

    private static String signature(HttpResponse<String> answer) {
        return answer.headers().firstValue(Signatures.HEADER).orElse("");
    }

    private static long stored(byte[] content) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from supervision.exchange_message where digest = :digest")
                        .bind("digest", Signatures.digest(content))
                        .mapTo(Long.class)
                        .one());
    }

    private static long turnedAway() {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select coalesce(sum(messages), 0) from supervision.exchange_quarantine")
                        .mapTo(Long.class)
                        .one());
    }

    private static HttpResponse<String> send(byte[] content, String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(WEB.url() + "/exchange/v1/messages"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content));
        if (!signature.isEmpty()) {
            request.header(Signatures.HEADER, signature);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new IllegalStateException("no answer", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
