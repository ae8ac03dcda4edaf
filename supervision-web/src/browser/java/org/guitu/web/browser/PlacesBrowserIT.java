package org.guitu.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.guitu.simulators.city.City;
import org.guitu.simulators.city.LatLon;
import org.guitu.simulators.city.SiteKind;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.places.PlaceWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Questions about places by hand: a place is picked on the map, answers stand in both languages on desk and phone. */
class PlacesBrowserIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static PlaceWorld places;
    private static Chromium chromium;
    private static LatLon home;
    private static PlaceWorld.Worn worn;

    @BeforeAll
    static void open() {
        world = new CaseWorld(WEB, "测试街道司法所");
        places = new PlaceWorld(world);
        chromium = new Chromium();
        City city = City.generate(City.DEFAULT_SEED);
        home = city.ground(
                city.sites(SiteKind.SCHOOL).getFirst().shape().getCentroid().getCoordinate());
        worn = places.monitored("测试·甲一");
        places.habits(worn, home.latitude(), home.longitude());
        LocalDate yesterday = world.today().minusDays(1);
        PlaceWorld.Worn other = places.monitored("测试·乙二");
        places.stay(
                other,
                PlaceWorld.at(yesterday, "09:00"),
                PlaceWorld.at(yesterday, "12:00"),
                10,
                home.latitude() + 0.0072,
                home.longitude());
        places.monitored("测试·丙三");
        world.person("测试·丁四");
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @AfterEach
    void nothingWasComplainedOf() {
        assertThat(chromium.complaints).allMatch(complaint -> complaint.contains("status of 422"));
    }

    @Test
    void placeIsPickedOnTheMap() {
        Page page = signedIn("zh-CN", 1280, 900);
        page.navigate(WEB.url() + "/places");
        assertThat(page.locator("[data-pick]")).isVisible();
        page.click("[data-pick]");
        BoundingBox pane = page.locator(".guitu-map-pane").boundingBox();
        page.mouse().click(pane.x + pane.width * 0.5, pane.y + pane.height * 0.5);
        page.waitForTimeout(300); // else it is one double click
        page.mouse().click(pane.x + pane.width * 0.52, pane.y + pane.height * 0.5);
        assertThat(page.locator("#f-latitude")).hasValue(Pattern.compile("-?\\d+\\.\\d+"));
        assertThat(page.locator("#f-radiusMeters")).hasValue(Pattern.compile("[1-9]\\d*"));
        page.context().close();
    }

    @Test
    void answersStandInBothLanguagesOnDeskAndPhone() {
        for (String lang : List.of("zh", "en")) {
            for (int width : new int[] {1280, 390}) {
                Page page = signedIn(lang.equals("zh") ? "zh-CN" : "en-GB", width, 844);
                String end = "-" + lang + "-" + width;
                page.navigate(WEB.url() + "/people/" + worn.personId());
                look(page, "places-person" + end);
                page.navigate(WEB.url() + "/people/" + worn.personId() + "/places");
                look(page, "places-habits-ask" + end);
                ask(page, ".*/places/\\d+$");
                assertThat(page.locator(".places-list li")).hasCount(2);
                look(page, "places-habits" + end);
                page.navigate(WEB.url() + "/places");
                page.fill("#f-latitude", Double.toString(home.latitude() + 0.0072));
                page.fill("#f-longitude", Double.toString(home.longitude()));
                page.fill("#f-from", places.yesterday("09:30"));
                page.fill("#f-to", places.yesterday("10:30"));
                page.locator("#f-to").blur();
                look(page, "places-near-ask" + end);
                ask(page, ".*/near/\\d+$");
                assertThat(page.locator("#p-near ~ ul li")).hasCount(2);
                look(page, "places-near" + end);
                page.navigate(WEB.url() + "/places/meetings");
                page.fill("#f-from", places.yesterday("00:00"));
                look(page, "places-meetings-ask" + end);
                ask(page, ".*/meetings/\\d+$");
                assertThat(page.locator("#p-met ~ ul li")).not().hasCount(0);
                look(page, "places-meetings" + end);
                page.context().close();
            }
        }
    }

    private static void ask(Page page, String answer) {
        page.selectOption("#f-purpose", "DAILY_CHECK");
        page.fill("#f-reason", "核实测试情况");
        page.click("button[type=submit].btn-primary");
        page.waitForURL(Pattern.compile(answer));
    }

    private static void look(Page page, String name) {
        if (page.locator("guitu-map").count() > 0) {
            page.waitForFunction("() => document.querySelector('guitu-map').map !== undefined");
            page.waitForTimeout(700);
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
        assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth - innerWidth")).intValue())
                .as("%s is no wider than the screen", name)
                .isLessThanOrEqualTo(0);
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(name)
                .extracting(
                        rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
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
