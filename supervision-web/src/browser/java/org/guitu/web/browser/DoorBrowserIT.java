package org.guitu.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of the house itself, in both languages, on a desk and on a phone: whole, accessible, and without a complaint of the browser. */
class DoorBrowserIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @AfterEach
    void theBrowserDidNotComplain() {
        // A page that says 404 or 422 is what some of these tests ask for.
        assertThat(chromium.complaints)
                .noneMatch(complaint -> !complaint.contains("the server responded with a status of"));
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,1280,800", "zh-CN,390,844", "en,1280,800", "en,390,844"})
    void everyPageFitsAndIsAccessible(String locale, int width, int height) {
        String user = WEB.staff(WEB.root(), Role.ADMINISTRATOR);
        try (Page page = chromium.page(locale, width, height)) {
            page.navigate(WEB.url() + "/nowhere");
            check(page, "error-" + locale + "-" + width);
            page.navigate(WEB.url() + "/sign-in");
            check(page, "sign-in-" + locale + "-" + width);
            signIn(page, user);
            for (String path : new String[] {"staff", "staff/new", "organisations", "audit", "password"}) {
                page.navigate(WEB.url() + "/" + path);
                check(page, path.replace('/', '-') + "-" + locale + "-" + width);
            }
        }
    }

    @Test
    void theMenuOfAPhoneOpensAndTheLanguageSwitches() {
        try (Page page = chromium.page("zh-CN", 390, 844)) {
            page.navigate(WEB.url() + "/sign-in");
            signIn(page, WEB.staff(WEB.root(), Role.ADMINISTRATOR));
            page.navigate(WEB.url() + "/staff");
            assertThat(page.locator("#nav").isVisible()).isFalse();
            page.locator(".bar-toggle").click();
            assertThat(page.locator("#nav").isVisible()).isTrue();

            page.locator(".language button").click();

            page.waitForURL("**/staff");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(page.locator("h1").textContent()).isEqualTo("Staff");
        }
    }

    private static void signIn(Page page, String user) {
        page.fill("#user", user);
        page.fill("#password", WebFixture.PASSWORD);
        page.locator(".door-form button").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    private static void check(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
        assertThat(((Number) page.evaluate(
                                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                        .intValue())
                .as(name + " is wider than the screen")
                .isLessThanOrEqualTo(0);
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(name)
                .extracting(
                        rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }
}
