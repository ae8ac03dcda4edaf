package org.guitu.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.guitu.web.access.Staff;
import org.guitu.web.exchange.NoticeBody;
import org.guitu.web.exchange.NoticeKind;
import org.guitu.web.exchange.Outbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Resettlement and exchange by hand, on a phone and on a desk: every page is read by axe and fits its width. */
class ResettlementBrowserIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        world = new CaseWorld(WEB, "测试安置司法所");
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
    void inmateIsVerifiedTakenInAndVisitedOnAPhone() {
        Page page = signedIn(world.officer, "zh-CN", 390);
        page.navigate(WEB.url() + "/resettlement/inmates/new");
        fits(page, "inmate-form-zh-390");
        page.fill("#f-name", "测试将归");
        page.selectOption("#f-sex", "MALE");
        page.fill("#f-source", "测试监狱");
        page.fill("#f-expectedOn", world.today().toString());
        page.check("input[name=keyReasons][value=HOMELESS]");
        page.click(".form-end .btn-primary");
        page.waitForURL(Pattern.compile(".*/resettlement/inmates/\\d+$"));
        page.check("input[name=state][value=VERIFIED]");
        page.fill("#f-finding", "家属确认回本地居住");
        fits(page, "inmate-zh-390");
        page.click(".form-end .btn-primary");
        page.click("text=接收并登记人员");
        page.fill("#f-caseNumber", "测安1");
        page.click(".form-end .btn-primary");
        page.waitForURL(Pattern.compile(".*/people/\\d+/resettlement$"));
        page.click("text=登记走访");
        page.fill("#f-visitedOn", world.today().toString());
        page.fill("#f-findings", "家中平稳");
        fits(page, "resettlement-zh-390");
        page.click("form[action$='/visit'] .btn-primary");
        page.waitForURL(Pattern.compile(".*/people/\\d+/resettlement$"));
        assertThat(page.content()).contains("家中平稳");
        page.navigate(WEB.url() + "/resettlement");
        fits(page, "resettlement-list-zh-390");
        page.context().close();
    }

    @Test
    void exchangeIsReadOnADeskAndOnAPhone() {
        long id = world.person("测试通报");
        WEB.jdbi()
                .useTransaction(handle -> new Outbox(Instant::now)
                        .send(
                                handle,
                                world.officer.id(),
                                world.services.people().find(world.officer, id).orElseThrow(),
                                NoticeKind.LOST_CONTACT,
                                NoticeBody.on(world.today()).because("电话停机，家中无人")));
        long notice = WEB.jdbi()
                .withHandle(handle -> handle.createQuery("select max(notice_id) from supervision.exchange_notice")
                        .mapTo(Long.class)
                        .one());
        for (int width : new int[] {390, 1280}) {
            Page page = signedIn(world.staff(world.county, Role.DECIDER), width == 390 ? "zh-CN" : "en-GB", width);
            page.navigate(WEB.url() + "/exchange");
            fits(page, "exchange-inbox-" + width);
            page.navigate(WEB.url() + "/exchange/outbox");
            fits(page, "exchange-outbox-" + width);
            page.navigate(WEB.url() + "/exchange/outbox/" + notice);
            fits(page, "exchange-notice-" + width);
            page.navigate(WEB.url() + "/people/" + id + "/exchange");
            fits(page, "exchange-person-" + width);
            page.context().close();
            Page administrator = signedIn(world.staff(WEB.root(), Role.ADMINISTRATOR), "zh-CN", width);
            administrator.navigate(WEB.url() + "/exchange/partners");
            fits(administrator, "exchange-partners-" + width);
            administrator.navigate(WEB.url() + "/exchange/partners/new");
            fits(administrator, "exchange-partner-" + width);
            administrator.context().close();
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

    private static Page signedIn(Staff who, String locale, int width) {
        Page page = chromium.page(locale, width, 900);
        page.navigate(WEB.url() + "/sign-in");
        page.fill("#user", who.userName());
        page.fill("#password", WebFixture.PASSWORD);
        page.click("button[type=submit].btn-primary");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }
}
