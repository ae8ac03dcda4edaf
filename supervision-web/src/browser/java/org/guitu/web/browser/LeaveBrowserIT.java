package org.guitu.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Leave and permits by hand, on a phone and on a desk: every page is read by axe and fits its width. */
class LeaveBrowserIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        world = new CaseWorld(WEB, "测试外出司法所");
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @AfterEach
    void nothingWasComplainedOf() {
        assertThat(chromium.complaints).isEmpty();
    }

    @Test
    void leaveIsAppliedForAndApprovedOnAPhone() {
        long id = world.person("测试外出");
        LocalDate first = world.today().plusDays(10);
        Page page = signedIn("zh-CN", 390);
        page.navigate(WEB.url() + "/people/" + id + "/leave/new");
        assertThat(page.locator("[data-draw=polygon]")).isVisible();
        fits(page, "leave-form-zh-390");
        page.check("input[name=reason][value=FAMILY]");
        page.fill("#f-destination", "测试乙市");
        page.click("#raw-area summary");
        page.fill("textarea[name=area]", CaseWorld.SQUARE);
        page.fill("#f-firstDay", first.toString());
        page.fill("#f-lastDay", first.plusDays(4).toString());
        page.fill("#f-proof", "测试证明");
        page.fill("#f-phone", "13900000000");
        page.click(".form-end .btn-primary");
        page.waitForURL(Pattern.compile(".*/leave/\\d+$"));
        assertThat(page.locator("#leave-authority + .case-law")).containsText("5 天，两个月内累计 5 天：由司法所批准");
        fits(page, "leave-zh-390");
        page.check("input[name=decision][value=APPROVED]");
        page.click("text=提交审批");
        assertThat(page.locator("h1 .tag")).hasText("已批准");
        page.navigate(WEB.url() + "/leave?show=coming");
        fits(page, "leave-list-zh-390");
        page.context().close();
    }

    @Test
    void formsOfPermitsShowWhatBelongsToTheirKind() {
        long id = world.person("测试审批");
        for (String kind : List.of("TRAVEL", "CONTACT", "PLACE")) {
            Page page = signedIn("en-GB", 1280);
            page.navigate(WEB.url() + "/people/" + id + "/permits/new?kind=" + kind);
            if (kind.equals("TRAVEL")) {
                assertThat(page.locator("#week")).isHidden();
                page.uncheck("#f-always");
                assertThat(page.locator("#week")).isVisible();
                page.click("#add-window");
                assertThat(page.locator("[data-rows=week]")).hasCount(2);
            }
            fits(page, "permit-" + kind.toLowerCase(java.util.Locale.ROOT) + "-en-1280");
            page.context().close();
        }
    }

    private static void fits(Page page, String name) {
        Object over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) over).intValue()).as(name).isZero();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    }

    private static Page signedIn(String locale, int width) {
        Page page = chromium.page(locale, width, 900);
        page.navigate(WEB.url() + "/sign-in");
        page.fill("#user", world.officer.userName());
        page.fill("#password", WebFixture.PASSWORD);
        page.click("button[type=submit].btn-primary");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }
}
