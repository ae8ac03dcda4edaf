package org.guitu.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A paper by hand: what is entered shows in the preview, the paper is issued and taken. */
class PapersBrowserIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        world = new CaseWorld(WEB, "测试文书街道司法所");
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
    void whatIsEnteredShowsInThePreviewAndIsIssued() {
        long id = world.person("测试文书");
        Page page = signedIn(world.officer.userName(), "zh-CN", 1280);
        page.navigate(WEB.url() + "/people/" + id + "/papers/new");
        page.click("text=警告决定书");
        FrameLocator sheet = page.frameLocator("iframe[name=paper]");
        assertThat(sheet.locator("body")).containsText("〔违反规定的事实〕");
        // Its style is its own and is let through; else the title would stand at the left.
        assertThat(sheet.locator("h1")).hasCSS("text-align", "center");
        page.fill("[name='sanction.facts']", "未经批准外出");
        page.fill("[name='sanction.basis']", "测试规定");
        page.click("text=更新预览");
        assertThat(sheet.locator("body")).containsText("未经批准外出");
        assertThat(page.locator("[name='sanction.facts']")).hasValue("未经批准外出");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/paper-form-filled.png"))
                .setFullPage(true));
        page.click("button:text-is('开具')");
        assertThat(page.locator(".case-saved")).containsText("文书已开具");
        Download taken = page.waitForDownload(() -> page.click("text=下载 PDF"));
        assertThat(taken.suggestedFilename()).startsWith("社区矫正警告决定书（").endsWith("号.pdf");
        page.context().close();
    }

    @Test
    void everyPageStandsInBothLanguagesOnDeskAndPhone() {
        long id = world.person("测试版面");
        String decider = WEB.staff(world.office, Role.DECIDER);
        for (String lang : List.of("zh-CN", "en-GB")) {
            for (int width : new int[] {1280, 390}) {
                Page page = signedIn(decider, lang, width);
                for (String[] stop : new String[][] {
                    {"papers", "/people/" + id + "/papers"},
                    {"paper-choose", "/people/" + id + "/papers/new"},
                    {"paper-form", "/people/" + id + "/papers/new/plan"},
                    {"paper-templates", "/paper-templates"},
                    {"paper-template", "/paper-templates/notice"},
                    {"ledgers", "/ledgers"}
                }) {
                    page.navigate(WEB.url() + stop[1]);
                    look(page, stop[0] + "-" + lang.substring(0, 2) + "-" + width);
                }
                page.context().close();
            }
        }
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/" + name + ".png"))
                .setFullPage(true));
        assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth - innerWidth")).intValue())
                .as("%s is no wider than the screen", name)
                .isLessThanOrEqualTo(0);
        // What stands in the frame is a paper; axe would need a script there, which its policy forbids.
        assertThat(new AxeBuilder(page).exclude("iframe").analyze().getViolations())
                .as(name)
                .extracting(
                        rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }

    private static Page signedIn(String userName, String lang, int width) {
        Page page = chromium.page(lang, width, 900);
        page.navigate(WEB.url() + "/sign-in");
        page.fill("#user", userName);
        page.fill("#password", WebFixture.PASSWORD);
        page.click("button[type=submit].btn-primary");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }
}
