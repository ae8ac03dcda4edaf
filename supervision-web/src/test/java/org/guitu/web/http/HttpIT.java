package org.guitu.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guitu.web.Browser;
import org.guitu.web.WebFixture;
import org.guitu.web.access.DatabaseSessions;
import org.guitu.web.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HttpIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    @Test
    void everyResponseCarriesTheSecurityHeaders() {
        Browser browser = WEB.signedIn(WEB.root(), Role.ADMINISTRATOR);
        List<HttpResponse<String>> responses = List.of(
                browser.get("/sign-in"),
                browser.get("/staff"),
                browser.get("/not-there"),
                browser.get("/static/css/guitu.css"),
                browser.get("/static/not-there.css"),
                browser.get("/api/v1/me"),
                browser.get("/api/v1/not-there"),
                browser.get("/health/live"),
                browser.get("/metrics"),
                browser.postBare("/staff/new", Map.of()));

        for (HttpResponse<String> response : responses) {
            assertThat(header(response, "content-security-policy"))
                    .as(response.uri().toString())
                    .contains("default-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(header(response, "x-content-type-options")).isEqualTo("nosniff");
            assertThat(header(response, "x-frame-options")).isEqualTo("DENY");
            assertThat(header(response, "referrer-policy")).isEqualTo("same-origin");
        }
    }

    @Test
    void pagesAreNotKeptByAnyCache() {
        assertThat(header(WEB.browser().get("/sign-in"), "cache-control")).isEqualTo("no-store");
    }

    @Test
    void filesWithTheirVersionAreKeptForEver() {
        Browser browser = WEB.browser();
        Matcher css = Pattern.compile("/static/css/guitu\\.css\\?v=[0-9a-f]{16}")
                .matcher(browser.get("/sign-in").body());
        assertThat(css.find()).isTrue();

        assertThat(header(browser.get(css.group()), "cache-control")).contains("immutable");
        assertThat(header(browser.get("/static/css/guitu.css"), "cache-control"))
                .isEqualTo("no-cache");
        assertThat(browser.get("/webjars/htmx.org/2.0.10/dist/htmx.min.js").statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/webjars/ol/10.7.0/dist/ol.js").statusCode()).isEqualTo(200);
    }

    @Test
    void onlyOurOwnFilesAreServed() {
        Browser browser = WEB.browser();
        for (String path : List.of(
                "/static/..%2flogback.xml",
                "/static/%2e%2e/logback.xml",
                "/static/css",
                "/static/",
                "/webjars/../../../logback.xml",
                "/static/..%5clogback.xml",
                "/static/css/guitu.css%00.js")) {
            assertThat(browser.get(path).statusCode()).as(path).isIn(400, 404);
        }
    }

    @Test
    void anUnknownPageIsAPageAndAnUnknownOperationIsAProblem() {
        HttpResponse<String> page = WEB.browser().get("/not-there");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("没有找到").contains("<!DOCTYPE html>");

        HttpResponse<String> problem = WEB.browser().speaking("en").get("/api/v1/not-there");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(header(problem, "content-type")).isEqualTo("application/problem+json");
        assertThat(problem.body()).contains("\"status\":404").contains("\"title\":\"Not found\"");
    }

    @Test
    void aTooLargeBodyIsRefused() {
        Browser browser = WEB.browser();

        HttpResponse<String> response =
                browser.postBare("/sign-in", Map.of("user", "x".repeat(1 << 21), "password", "x"));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(browser.get("/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsTypedComesBackEscaped() {
        HttpResponse<String> response =
                WEB.browser().post("/sign-in", Map.of("user", "\"><script>alert(1)</script>", "password", "x"));

        assertThat(response.body()).doesNotContain("<script>alert").contains("&lt;script>alert(1)");
    }

    @Test
    void aTokenSpeaksForItsOwnerOnTheApiAlone() {
        String user = WEB.staff(WEB.root(), Role.OFFICER);
        String token = WEB.jdbi()
                .inTransaction(handle -> new DatabaseSessions(
                                WEB.jdbi(),
                                java.time.InstantSource.system(),
                                Duration.ofMinutes(1),
                                Duration.ofHours(1))
                        .issueToken(
                                handle,
                                handle.createQuery("select staff_id from supervision.staff where user_name = ?")
                                        .bind(0, user)
                                        .mapTo(Long.class)
                                        .one(),
                                Duration.ofDays(1)));

        HttpResponse<String> me = WEB.browser().bearer(token, "/api/v1/me");

        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).contains("\"userName\":\"" + user + "\"").contains("\"roles\":[\"OFFICER\"]");
        assertThat(WEB.browser().bearer(token, "/staff").statusCode()).isEqualTo(303);
        assertThat(WEB.browser().bearer(token + "x", "/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(WEB.browser().get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void metersAndHealthAreOpen() {
        assertThat(WEB.browser().get("/health/live").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(WEB.browser().get("/health/ready").body()).contains("\"database\":\"up\"");
        assertThat(WEB.browser().get("/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void theWordsForScriptsAreServedInBothLanguages() {
        assertThat(WEB.browser().get("/i18n/zh.json").body()).contains("\"ui.product\":\"归途\"");
        assertThat(WEB.browser().get("/i18n/en.json").body()).contains("\"ui.product\":\"Guitu\"");
    }

    @Test
    void theCookieIsSecureNowhereButOverTls() {
        HttpResponse<String> page = WEB.browser().get("/sign-in");

        assertThat(page.headers().allValues("set-cookie"))
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("HttpOnly")
                        .contains("SameSite=Strict")
                        .doesNotContain("Secure"));
    }

    @Test
    void anEndlessHeaderClosesTheConnection() throws Exception {
        try (Socket socket = new Socket("localhost", WEB.web().port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nx: " + "y".repeat(40_000)).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            String answer = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 4");
        }
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
