package org.guitu.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.guitu.geofence.zone.Area;
import org.guitu.simulators.city.City;
import org.guitu.simulators.city.LatLon;
import org.guitu.simulators.city.SiteKind;
import org.guitu.simulators.device.Moment;
import org.guitu.simulators.device.Script;
import org.guitu.simulators.motion.Whereabouts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the alert to the reasons for it, the other orders and what was observed: on a desk in Chinese, on a phone in English. */
class WhyBrowserIT {

    private static final double DEGREES_A_METER = 1 / 111_320.0;
    private static final Duration WALK = Duration.ofSeconds(6);

    @RegisterExtension
    static final Platform PLATFORM = new Platform();

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private static Script into(Area.Circle area, Instant begin) {
        double speed = 5;
        return when -> {
            double toEdge = speed * (Duration.between(begin, when).toMillis() - WALK.toMillis()) / 1000.0;
            double north = Math.min(toEdge, area.radiusMeters() - 5) - area.radiusMeters();
            LatLon place = new LatLon(area.latitude() + north * DEGREES_A_METER, area.longitude());
            return new Moment(new Whereabouts(place, speed * 3.6, 0, false), true, true, false, 76, false);
        };
    }

    private static void looksRight(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(name)
                .extracting(
                        rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .as("pixels too wide: " + name)
                .isLessThanOrEqualTo(1);
    }

    @Test
    void anOfficerReadsWhyAnAlertStandsWhatElseIsOrderedAndWhatWasObserved() {
        City city = City.generate(City.DEFAULT_SEED);
        LatLon school = city.ground(
                city.sites(SiteKind.SCHOOL).getFirst().shape().getCentroid().getCoordinate());
        Area.Circle area = new Area.Circle(school.latitude(), school.longitude(), 150);
        long person = PLATFORM.ordered("测试缘由", "990000000201", "禁止区域·演示小学", area);
        PLATFORM.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into supervision.person_category (person_id, category, valid_from,"
                                + " recorded_by) values (?, 'PROBATION', now(), 1)",
                        person));
        Page desk = chromium.page("zh-CN", 1280, 900);
        PLATFORM.signIn(desk);
        PLATFORM.bracelet("990000000201", into(area, Instant.now()));
        Locator row = desk.locator("#rows .alert-row");
        row.first().waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        row.first().locator("a").click();
        Locator why = desk.locator(".panel-why button");
        why.waitFor();
        why.click();
        desk.waitForFunction("() => document.getElementById('finding-map')?.ready");
        PlaywrightAssertions.assertThat(desk.locator(".why-told")).containsText("相互一致");
        PlaywrightAssertions.assertThat(desk.locator(".why-row-convinced").first())
                .isVisible();
        assertThat(desk.locator(".why-dot.why-convinced").count()).isPositive();
        looksRight(desk, "why-1280-zh");

        desk.navigate(PLATFORM.url() + "/people/" + person + "/rules/new?kind=REPORT_EVERY");
        looksRight(desk, "rule-new-1280-zh");
        desk.click("main .form-end button[type=submit]");
        PlaywrightAssertions.assertThat(desk.locator("main")).containsText("满 25 分钟没有数据即为失联");
        looksRight(desk, "rule-1280-zh");
        desk.navigate(PLATFORM.url() + "/people/" + person + "/coverage");
        looksRight(desk, "coverage-1280-zh");

        Page phone = chromium.page("en-US", 390, 844);
        PLATFORM.signIn(phone);
        phone.navigate(PLATFORM.url() + "/people/" + person);
        looksRight(phone, "person-390-en");
        phone.locator(".panel-link").first().click();
        phone.fill("[name=reason]", "checking an alert");
        looksRight(phone, "why-ask-390-en");
        phone.click("main button[type=submit]");
        phone.waitForFunction("() => document.getElementById('finding-map')?.ready");
        PlaywrightAssertions.assertThat(phone.locator(".why-told")).containsText("agree");
        looksRight(phone, "why-390-en");
        for (String path : new String[] {"/rules", "/coverage"}) {
            phone.navigate(PLATFORM.url() + "/people/" + person + path);
            looksRight(phone, path.substring(1) + "-390-en");
        }
        phone.navigate(PLATFORM.url() + "/people/" + person + "/rules/new?kind=KEEP_AWAY");
        phone.fill("[name=meters]", "321");
        phone.fill("[name=q]", "测");
        phone.press("[name=q]", "Enter");
        phone.waitForURL("**#other");
        PlaywrightAssertions.assertThat(phone.locator("[name=meters]")).hasValue("321");
        looksRight(phone, "rules-keep-away-390-en");
        assertThat(chromium.complaints).isEmpty();
    }
}
