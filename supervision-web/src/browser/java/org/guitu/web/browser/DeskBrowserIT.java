package org.guitu.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.geofence.zone.Area;
import org.guitu.simulators.city.City;
import org.guitu.simulators.city.LatLon;
import org.guitu.simulators.city.SiteKind;
import org.guitu.simulators.device.Moment;
import org.guitu.simulators.device.Script;
import org.guitu.simulators.motion.Whereabouts;
import org.guitu.web.alerts.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The main job: a bracelet walks where it may not, and an officer's screen says so. */
class DeskBrowserIT {

    private static final double DEGREES_A_METER = 1 / 111_320.0;
    private static final Duration WALK = Duration.ofSeconds(8);

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

    /** Towards the area from the south at a run, in for good after {@link #WALK}. */
    private static Script into(Area.Circle area, Instant begin) {
        double speed = 5;
        return when -> {
            double toEdge = speed * (Duration.between(begin, when).toMillis() - WALK.toMillis()) / 1000.0;
            double north = Math.min(toEdge, area.radiusMeters() - 5) - area.radiusMeters();
            LatLon place = new LatLon(area.latitude() + north * DEGREES_A_METER, area.longitude());
            return new Moment(new Whereabouts(place, speed * 3.6, 0, false), true, true, false, 76, false);
        };
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    private static void assertAccessible(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(
                        rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }

    /** Notes the instant, on the machine's clock, at which a row was first painted. */
    private static void watchForRows(Page page) {
        page.evaluate("""
                () => new MutationObserver(() => {
                  if (window.rowSeen || !document.querySelector('#rows .alert-row')) return;
                  window.rowSeen = -1;
                  requestAnimationFrame(() => setTimeout(() => window.rowSeen = performance.timeOrigin + performance.now()));
                }).observe(document.getElementById('queue-side'), {childList: true, subtree: true})
                """);
    }

    /** When the report arrived that convinced the judge. */
    private static Instant confirmingReportArrived(long person) {
        return PLATFORM.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select p.received_at from telemetry.finding f
                        join telemetry.position p on p.subject_id = f.subject_id and p.fix_time = f.confirmed_at
                        where f.subject_id = :person and f.kind = 'EXCLUSION' order by p.received_at limit 1
                        """)
                        .bind("person", person)
                        .map((rs, context) ->
                                rs.getObject(1, OffsetDateTime.class).toInstant())
                        .one());
    }

    private static void sees(Locator locator, String text) {
        PlaywrightAssertions.assertThat(locator)
                .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));
    }

    @Test
    void aBraceletWalksIntoAForbiddenZoneAndTwoOfficersSeeIt() {
        City city = City.generate(City.DEFAULT_SEED);
        LatLon school = city.ground(
                city.sites(SiteKind.SCHOOL).getFirst().shape().getCentroid().getCoordinate());
        Area.Circle area = new Area.Circle(school.latitude(), school.longitude(), 150);
        long person = PLATFORM.ordered("测试甲", "990000000101", "禁止区域·演示小学", area);
        Page first = chromium.page("zh-CN", 1280, 800);
        PLATFORM.signIn(first);
        Page second = chromium.page("en-US", 390, 844);
        PLATFORM.signIn(second);
        PlaywrightAssertions.assertThat(first.locator("#queue-empty")).isVisible();
        shot(first, "desk-empty-zh");
        watchForRows(first);

        PLATFORM.bracelet("990000000101", into(area, Instant.now()));
        Locator row = first.locator("#rows .alert-row");
        row.waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        first.waitForFunction("() => window.rowSeen > 0");

        double seen = ((Number) first.evaluate("() => window.rowSeen")).doubleValue();
        double millis = seen - confirmingReportArrived(person).toEpochMilli();
        System.out.printf("from the confirming report's arrival to the alert on the page: %.0f ms%n", millis);
        sees(row, "进入禁止区域");
        sees(row, "测试甲");
        sees(row, "禁止区域·演示小学");
        PlaywrightAssertions.assertThat(first).hasTitle(Pattern.compile("^\\(1\\) "));
        sees(second.locator("#rows .alert-row"), "Inside a forbidden zone");

        first.keyboard().press("j");
        first.locator("#acknowledge").waitFor();
        first.waitForTimeout(800);
        Object evidence = first.evaluate("() => fetch(document.getElementById('panel').dataset.map)"
                + ".then((answer) => answer.json()).then((shown) => shown.evidence.length)");
        assertThat((Integer) evidence).as("fixes that convinced").isPositive();
        System.out.println("fixes shown as evidence: " + evidence);
        shot(first, "desk-1280-zh");
        assertAccessible(first);
        first.keyboard().press("a");
        sees(first.locator("#panel .history"), "接警");
        sees(second.locator("#rows .alert-row"), "Acknowledged by 测试民警1");
        PlaywrightAssertions.assertThat(first).hasTitle(Pattern.compile("^[^(]"));

        shot(second, "desk-390-en");
        assertAccessible(second);
        second.locator("#rows .alert-row a").click();
        sees(second.locator("#panel"), "Acknowledged by 测试民警1");
        shot(second, "panel-390-en");
        assertAccessible(second);
        second.locator("[data-show=map]").click();
        second.waitForTimeout(800);
        shot(second, "map-390-en");

        assertThat(millis).as("milliseconds to the screen").isLessThan(5_000);
        assertThat(chromium.complaints).isEmpty();
    }

    @Test
    void theDeskSaysThatTheServerIsAwayAndCatchesUpByItself() {
        long person = new Town(PLATFORM.jdbi()).person(PLATFORM.office(), "测试乙");
        Page page = chromium.page("zh-CN", 1280, 800);
        PLATFORM.signIn(page);
        Locator banner = page.locator("#banner-lost");
        page.waitForFunction("() => document.getElementById('map').ready");
        PLATFORM.away(() -> {
            PlaywrightAssertions.assertThat(banner).isVisible();
            shot(page, "desk-lost-zh");
        });
        new Town(PLATFORM.jdbi()).finding(person, FindingKind.JAMMING, null, Instant.now(), null, false);

        PlaywrightAssertions.assertThat(banner).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(20_000));
        page.locator("#rows .alert-row", new Page.LocatorOptions().setHasText("测试乙"))
                .waitFor(new Locator.WaitForOptions().setTimeout(20_000));
        assertThat(page.locator("#banner-signed-out").isHidden()).isTrue();
    }
}
