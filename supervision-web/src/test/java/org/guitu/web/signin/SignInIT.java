package org.guitu.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.guitu.web.Browser;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.guitu.web.staff.StaffService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    @Test
    void strangersAreSentToTheSignInPageAndBack() {
        Browser browser = WEB.browser();

        HttpResponse<String> asked = browser.get("/staff");

        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(location(asked)).isEqualTo("/sign-in?next=%2Fstaff");
        HttpResponse<String> signedIn = browser.post(
                "/sign-in",
                Map.of(
                        "user",
                        WEB.staff(WEB.root(), Role.ADMINISTRATOR),
                        "password",
                        WebFixture.PASSWORD,
                        "next",
                        "/staff"));
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(location(signedIn)).isEqualTo("/staff");
        assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
    }

    @Test
    void theWayBackNeverLeavesTheSite() {
        for (String next : new String[] {"//evil.example/", "https://evil.example", "/\\evil.example", ""}) {
            HttpResponse<String> signedIn = WEB.browser()
                    .post(
                            "/sign-in",
                            Map.of(
                                    "user",
                                    WEB.staff(WEB.root(), Role.ADMINISTRATOR),
                                    "password",
                                    WebFixture.PASSWORD,
                                    "next",
                                    next));
            assertThat(location(signedIn)).as(next).isEqualTo("/");
        }
    }

    @Test
    void everyoneIsLedToTheirFirstPage() {
        Browser admin = WEB.signedIn(WEB.root(), Role.ADMINISTRATOR);
        assertThat(location(admin.get("/"))).isEqualTo("/start");
        assertThat(location(admin.get("/start"))).isNotIn("/", "/start", "/password");
        Browser nobody = WEB.signedIn(WEB.root());
        assertThat(location(nobody.get("/"))).isEqualTo("/start");
        assertThat(location(nobody.get("/start"))).isEqualTo("/password");
        assertThat(WEB.signedIn(WEB.root(), Role.OFFICER).get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void theSessionCookieIsOutOfReach() {
        HttpResponse<String> signedIn = WEB.browser().signIn(WEB.staff(WEB.root(), Role.OFFICER), WebFixture.PASSWORD);

        String cookie = signedIn.headers().allValues("set-cookie").stream()
                .filter(value -> value.startsWith("guitu_session="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/");
        String secret = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        long stored = WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from supervision.session where session_hash = cast(:secret as bytea)")
                        .bind("secret", secret.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .mapTo(Long.class)
                        .one());
        assertThat(stored).isZero();
    }

    @Test
    void fiveFailuresLockTheAccountForAQuarterOfAnHour() {
        String user = WEB.staff(WEB.root(), Role.OFFICER);
        Browser browser = WEB.browser();
        for (int i = 0; i < 5; i++) {
            assertThat(browser.signIn(user, "wrong " + i).statusCode()).isEqualTo(422);
        }

        assertThat(browser.signIn(user, WebFixture.PASSWORD).statusCode()).isEqualTo(429);

        WEB.sleep(Duration.ofMinutes(16));
        assertThat(browser.signIn(user, WebFixture.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void whatWasTypedAsANameIsKeptNowhere() {
        WEB.browser().signIn("my-secret-password", "x");

        long kept = WEB.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from supervision.sign_in_failure f"
                                + " full join supervision.audit a on false"
                                + " where f.key like '%my-secret%' or a.detail::text like '%my-secret%'")
                        .mapTo(Long.class)
                        .one());
        assertThat(kept).isZero();
    }

    @Test
    void guessesSentSideBySideCountToo() throws InterruptedException {
        String user = WEB.staff(WEB.root(), Role.OFFICER);
        java.util.List<Thread> guesses = new java.util.ArrayList<>();
        java.util.concurrent.atomic.AtomicInteger tried = new java.util.concurrent.atomic.AtomicInteger();
        for (int i = 0; i < 12; i++) {
            guesses.add(Thread.ofVirtual().start(() -> {
                if (WEB.browser().signIn(user, "guess").statusCode() == 422) {
                    tried.incrementAndGet();
                }
            }));
        }
        for (Thread guess : guesses) {
            guess.join();
        }

        assertThat(tried.get()).isEqualTo(5);
        WEB.sleep(Duration.ofMinutes(31));
    }

    @Test
    void anUnknownNameIsAnsweredLikeAWrongPassword() {
        HttpResponse<String> unknown = WEB.browser().signIn("nobody-of-that-name", "x");
        HttpResponse<String> wrong = WEB.browser().signIn(WEB.staff(WEB.root(), Role.OFFICER), "x");

        assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("用户名或密码不正确");
        assertThat(wrong.body()).contains("用户名或密码不正确");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        String user = WEB.staff(WEB.root(), Role.ADMINISTRATOR);
        Browser browser = WEB.browser();
        assertThat(browser.postBare("/sign-in", Map.of("user", user, "password", WebFixture.PASSWORD))
                        .statusCode())
                .isEqualTo(403);
        browser.signIn(user, WebFixture.PASSWORD);

        assertThat(browser.postBare("/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.postBare("/sign-out", Map.of("_csrf", WEB.browser().csrf()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
        assertThat(browser.post("/sign-out", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.get("/staff").statusCode()).isEqualTo(303);
    }

    @Test
    void anIdleSessionEndsAndSoDoesAnOldOne() {
        Browser idle = WEB.signedIn(WEB.root(), Role.ADMINISTRATOR);
        WEB.sleep(Duration.ofMinutes(31));
        assertThat(idle.get("/staff").statusCode()).isEqualTo(303);

        Browser busy = WEB.signedIn(WEB.root(), Role.ADMINISTRATOR);
        for (int i = 0; i < 28; i++) {
            assertThat(busy.get("/staff").statusCode())
                    .as("after %d × 25 min", i)
                    .isEqualTo(200);
            WEB.sleep(Duration.ofMinutes(25));
        }
        WEB.sleep(Duration.ofMinutes(25));
        assertThat(busy.get("/staff").statusCode()).isEqualTo(303);
    }

    @Test
    void aOneTimePasswordMustBeChangedFirst() {
        StaffService.Issued issued =
                WEB.web().staff().createAdministrator("first-admin", "测试管理员", "测试市司法局", ZoneId.of("Asia/Shanghai"));
        Browser browser = WEB.browser();
        assertThat(location(browser.signIn("first-admin", issued.oneTimePassword())))
                .isEqualTo("/password");
        assertThat(location(browser.get("/staff"))).isEqualTo("/password");

        assertThat(change(browser, issued.oneTimePassword(), "short").body()).contains("密码需要 12 到 128 个字符");
        assertThat(change(browser, issued.oneTimePassword(), issued.oneTimePassword())
                        .statusCode())
                .isEqualTo(422);
        assertThat(change(browser, "not the old one", WebFixture.PASSWORD).statusCode())
                .isEqualTo(422);
        HttpResponse<String> changed = change(browser, issued.oneTimePassword(), WebFixture.PASSWORD);

        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
        assertThat(WEB.browser().signIn("first-admin", issued.oneTimePassword()).statusCode())
                .isEqualTo(422);
    }

    @Test
    void aOneTimePasswordEndsByItself() {
        StaffService.Issued issued =
                WEB.web().staff().createAdministrator("late-admin", "测试管理员", "测试市司法局", ZoneId.of("Asia/Shanghai"));
        WEB.sleep(Duration.ofDays(3).plusMinutes(1));

        HttpResponse<String> late = WEB.browser().signIn("late-admin", issued.oneTimePassword());

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("一次性密码已过期");
    }

    @Test
    void theLanguageIsRememberedInTheCookieAndWithTheStaff() {
        String user = WEB.staff(WEB.root(), Role.ADMINISTRATOR);
        Browser browser = WEB.browser();
        assertThat(browser.get("/sign-in").body()).contains("lang=\"zh-CN\"").contains("登录");
        browser.post("/language", Map.of("lang", "en", "next", "/sign-in"));
        assertThat(browser.get("/sign-in").body())
                .contains("<html lang=\"en\">")
                .contains("Sign in");
        browser.signIn(user, WebFixture.PASSWORD);
        browser.post("/language", Map.of("lang", "en", "next", "/staff"));

        Browser elsewhere = WEB.browser();
        elsewhere.signIn(user, WebFixture.PASSWORD);
        assertThat(elsewhere.get("/staff").body()).contains("<html lang=\"en\">");
    }

    private static HttpResponse<String> change(Browser browser, String old, String fresh) {
        return browser.post("/password", Map.of("old", old, "new", fresh, "again", fresh));
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("location").orElse("");
    }
}
