package org.guitu.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One person is carried by hand from the question of a court to the last day. */
class CourseOfCaseBrowserIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        world = new CaseWorld(WEB, "测试镇司法所");
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void personIsCarriedFromInvestigationToClosing() {
        Page page = signedIn("zh-CN", 1360, 900);
        page.onDialog(Dialog::accept);
        String file = entered(page);

        page.navigate(WEB.url() + file + "/investigation");
        page.fill("#f-askedBy", "测试人民法院");
        save(page);
        page.fill("#f-home", "有固定居所");
        page.fill("#f-family", "家人愿意协助");
        page.fill("#f-village", "无异议");
        page.fill("#f-danger", "低");
        page.check("input[name=opinion][value=SUITABLE]");
        save(page);
        assertThat(page.locator("main")).containsText("适宜社区矫正");

        step(page, file, "DECISION", "测刑初9号");
        step(page, file, "PAPERS", "测执通9号");
        page.navigate(WEB.url() + "/worklist");
        assertThat(page.locator("main")).containsText("测试·走全程");
        clean(page, "worklist-zh-1360");
        step(page, file, "RECEPTION", "");

        team(page, file);
        page.navigate(WEB.url() + file + "/plan");
        page.fill("#f-situation", "初犯，悔罪");
        page.fill("#f-measures", "每周报告，每月学习");
        save(page);
        clean(page, "plan-zh-1360");
        page.navigate(WEB.url() + file + "/case");
        clean(page, "case-zh-1360");
        for (int left = 9; left > 0; left--) {
            tick(page, 0, "");
        }
        assertThat(page.locator("main")).containsText("已办 9/9");

        step(page, file, "LOST", "");
        step(page, file, "FOUND", "");
        page.navigate(WEB.url() + file + "/case");
        assertThat(page.locator("main")).containsText("请先办结“总结和鉴定”");
        tick(page, 0, "表现良好");
        step(page, file, "EXPIRY", "");
        assertThat(page.locator("h1")).containsText("期满解除");

        page.navigate(WEB.url() + file + "/timeline");
        for (String told : List.of("建立档案", "调查评估", "决定社区矫正", "接收", "失联脱管", "查找归管", "期满解除")) {
            assertThat(page.locator("main")).containsText(told);
        }
        clean(page, "timeline-zh-1360");
        page.navigate(WEB.url() + file);
        clean(page, "closed-person-zh-1360");
        page.navigate(WEB.url() + file + "/case/new");
        assertThat(page.locator("main")).containsText("沿用原档案");
        clean(page, "new-case-zh-1360");
        page.context().close();

        Page phone = signedIn("en-GB", 390, 844);
        for (String at :
                List.of(file, file + "/case", file + "/case/new", file + "/team", file + "/duties", "/worklist")) {
            phone.navigate(WEB.url() + at);
            clean(phone, at.replaceAll("[/\\d]+", "-") + "en-390");
            assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as(at + " fits a phone")
                    .isTrue();
        }
        phone.context().close();
        // A form that is refused answers 422, which the console notes in red.
        assertThat(chromium.complaints).allMatch(complaint -> complaint.contains("status of 422"));
    }

    /** Answers the path of the new file. */
    private static String entered(Page page) {
        page.navigate(WEB.url() + "/people/new");
        page.fill("#f-name", "测试·走全程");
        page.selectOption("#f-sex", "FEMALE");
        page.fill("#f-identityNumber", "11010519491231002X");
        page.fill("#f-caseNumber", "全程-1");
        page.selectOption("#f-category", "PROBATION");
        page.selectOption("#f-supervisionClass", "NORMAL");
        page.selectOption("#f-state", "INVESTIGATION");
        page.fill("#f-termFrom", world.today().minusYears(1).toString());
        page.fill("#f-termTo", world.today().toString());
        save(page);
        page.waitForURL(Pattern.compile(".*/people/\\d+\\?saved=created"));
        return page.url().replaceAll(".*(/people/\\d+).*", "$1");
    }

    private static void step(Page page, String file, String step, String document) {
        page.navigate(WEB.url() + file + "/case/step/" + step);
        if (!document.isEmpty()) {
            page.fill("#f-documentNumber", document);
        }
        page.click("main form.card-form button[type=submit]");
        page.waitForURL(Pattern.compile(".*/case$"));
    }

    private static void team(Page page, String file) {
        page.navigate(WEB.url() + file + "/team");
        assertThat(page.locator("main")).containsText("还没有成员");
        for (String[] member : new String[][] {{"测试网格员", "VILLAGE", "MALE"}, {"测试妇女主任", "OFFICE", "FEMALE"}}) {
            page.fill("#f-name", member[0]);
            page.selectOption("#f-kind", member[1]);
            page.selectOption("#f-sex", member[2]);
            save(page);
            page.locator("form[action$='/sign'] button").first().click();
            page.waitForURL(Pattern.compile(".*/team$"));
        }
        assertThat(page.locator("main")).not().containsText("尚未签订");
        clean(page, "team-zh-1360");
    }

    /** Ticks the first item of a list of the page that is not done. */
    private static void tick(Page page, int index, String note) {
        var item = page.locator("li:has(form[action$='/case/check'])").nth(index);
        item.locator("summary").click();
        if (!note.isEmpty()) {
            item.locator("input[name=note]").fill(note);
        }
        item.locator("button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/case$"));
    }

    private static void save(Page page) {
        page.click("main form.card-form button.btn-primary[type=submit]");
        page.waitForLoadState();
    }

    private static void clean(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "course" + name + ".png"))
                .setFullPage(true));
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(name + ": " + page.url())
                .isEmpty();
    }

    private static Page signedIn(String locale, int width, int height) {
        Page page = chromium.page(locale, width, height);
        page.navigate(WEB.url() + "/sign-in");
        page.fill("#user", world.officer.userName());
        page.fill("#password", WebFixture.PASSWORD);
        page.click("button[type=submit].btn-primary");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }
}
