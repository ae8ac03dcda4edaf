package org.guitu.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.simulators.city.City;
import org.guitu.simulators.city.LatLon;
import org.guitu.simulators.city.SiteKind;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.orders.Ground;
import org.guitu.web.people.PersonForm;
import org.guitu.web.zones.ZoneForm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Case work by hand: a zone is drawn and saved, a crossing one is not taken, a track shows its points with their circles. */
class CaseBrowserIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Chromium chromium;
    private static LatLon home;

    @BeforeAll
    static void open() {
        world = new CaseWorld(WEB, "测试街道司法所");
        chromium = new Chromium();
        City city = City.generate(City.DEFAULT_SEED);
        home = city.ground(
                city.sites(SiteKind.SCHOOL).getFirst().shape().getCentroid().getCoordinate());
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @AfterEach
    void nothingWasComplainedOf() {
        // A form that is refused answers 422, which the console notes in red.
        assertThat(chromium.complaints).allMatch(complaint -> complaint.contains("status of 422"));
    }

    @Test
    void polygonIsDrawnAndSaved() {
        long id = world.person("测试画区");
        Page page = signedIn("zh-CN", 1280, 900);
        page.navigate(WEB.url() + "/people/" + id + "/zones/new");
        BoundingBox pane = drawing(page);
        for (double[] corner : new double[][] {{0.3, 0.3}, {0.6, 0.3}, {0.6, 0.6}, {0.3, 0.6}, {0.3, 0.3}}) {
            click(page, pane, corner);
        }
        assertThat(page.locator("textarea[name=area]")).hasValue(Pattern.compile(".*\"Polygon\".*"));
        page.fill("#f-name", "测试手画区域");
        page.check("input[name=kind][value=KEEP_OUT]");
        page.click("button[type=submit].btn-primary");
        page.waitForURL(Pattern.compile(".*/zones/\\d+$"));
        assertThat(page.locator("h1")).containsText("测试手画区域");
        assertThat(world.services.zones().list(world.officer, id))
                .singleElement()
                .satisfies(zone -> {
                    assertThat(zone.kind()).isEqualTo(RuleKind.KEEP_OUT);
                    assertThat(((Area.Polygonal) zone.area()).geometry().getNumPoints())
                            .isEqualTo(5);
                });
        page.context().close();
    }

    @Test
    void outlineThatCrossesItselfIsNotTakenAsItIsDrawn() {
        long id = world.person("测试画错");
        Page page = signedIn("zh-CN", 1280, 900);
        page.navigate(WEB.url() + "/people/" + id + "/zones/new");
        BoundingBox pane = drawing(page);
        for (double[] corner : new double[][] {{0.3, 0.3}, {0.6, 0.6}, {0.6, 0.3}, {0.3, 0.6}}) {
            click(page, pane, corner);
        }
        assertThat(page.locator(".guitu-map-refusal")).isVisible();
        assertThat(page.locator("textarea[name=area]")).hasValue("");
        shot(page, "zone-crossing-zh-1280");
        page.fill("#f-name", "测试画错");
        page.click("button[type=submit].btn-primary");
        assertThat(page.locator("#e-area")).containsText("请在地图上画出区域");
        assertThat(page.locator("#f-name")).hasValue("测试画错");
        assertThat(world.services.zones().list(world.officer, id)).isEmpty();
        page.context().close();
    }

    @Test
    void windowAcrossMidnightSaysSoAndRowsAreAdded() {
        long id = world.person("测试时段");
        Page page = signedIn("zh-CN", 1280, 900);
        page.navigate(WEB.url() + "/people/" + id + "/zones/new");
        page.uncheck("#f-always");
        page.fill("[name='from.0']", "21:00");
        page.fill("[name='to.0']", "06:00");
        assertThat(page.locator(".case-crossing").first()).hasText("到次日");
        page.click("#add-window");
        assertThat(page.locator("[name='from.1']")).isVisible();
        assertThat(page.locator("[name='from.1']")).hasValue("");
        page.context().close();
    }

    @Test
    void trackShowsPointsWithTheirCirclesAndPlays() {
        long id = walked();
        Page page = signedIn("zh-CN", 1280, 900);
        track(page, id);
        assertThat(page.locator("tr[data-at]")).hasCount(60);
        assertThat(page.locator(".track-gap")).hasCount(1);
        page.waitForFunction("() => document.querySelector('#track-map').map?.isRendered?.() ?? true");
        Object circles = page.evaluate("""
                () => {
                  const map = document.querySelector('#track-map');
                  const all = map.track.layers.flatMap((l) => l.getSource().getFeatures());
                  return all.filter((f) => f.get('point')).length;
                }""");
        assertThat(((Number) circles).intValue()).isGreaterThanOrEqualTo(60);
        String before = page.locator("#track-play output").textContent();
        page.click("[data-play]");
        assertThat(page.locator("#track-play output")).not().hasText(before);
        assertThat(page.locator("tr.track-here")).hasCount(1);
        page.context().close();
    }

    @Test
    void everyPageStandsInBothLanguagesOnDeskAndPhone() {
        long id = walked();
        long zone = world.services.zones().list(world.officer, id).getFirst().id();
        for (String lang : List.of("zh", "en")) {
            for (int width : new int[] {1280, 390}) {
                Page page = signedIn(lang.equals("zh") ? "zh-CN" : "en-GB", width, 844);
                String person = "/people/" + id;
                for (String[] stop : new String[][] {
                    {"people", "/people"},
                    {"person", person},
                    {"person-new", "/people/new"},
                    {"person-edit", person + "/edit"},
                    {"devices", "/devices"},
                    {"device-new", "/devices/new"},
                    {"device-assign", person + "/devices/assign"},
                    {"authorise", person + "/bases/authorise"},
                    {"bases", person + "/bases"},
                    {"zones", person + "/zones"},
                    {"zone", person + "/zones/" + zone},
                    {"zone-edit", person + "/zones/" + zone + "/edit"},
                    {"track-ask", person + "/track"}
                }) {
                    page.navigate(WEB.url() + stop[1]);
                    look(page, stop[0] + "-" + lang + "-" + width);
                }
                track(page, id);
                look(page, "track-" + lang + "-" + width);
                page.context().close();
            }
        }
    }

    private static void look(Page page, String name) {
        if (page.locator("guitu-map").count() > 0) {
            page.waitForFunction("() => document.querySelector('guitu-map').map !== undefined");
            page.waitForTimeout(700);
        }
        shot(page, name);
        assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth - innerWidth")).intValue())
                .as("%s is no wider than the screen", name)
                .isLessThanOrEqualTo(0);
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(name)
                .extracting(
                        rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }

    private static void track(Page page, long id) {
        page.navigate(WEB.url() + "/people/" + id + "/track");
        page.selectOption("#f-purpose", "ALERT");
        page.fill("#f-reason", "核实测试预警");
        page.check("input[name=period][value=day]");
        page.click("button[type=submit].btn-primary");
        page.waitForURL(Pattern.compile(".*/track/\\d+$"));
        assertThat(page.locator("#track-play")).isVisible();
    }

    /** Waits for the map and takes up the polygon pen; answers where the map is. */
    private static BoundingBox drawing(Page page) {
        Locator pen = page.locator("[data-draw=polygon]");
        assertThat(pen).isVisible();
        pen.click();
        return page.locator(".guitu-map-pane").boundingBox();
    }

    private static void click(Page page, BoundingBox pane, double[] at) {
        page.mouse().move(pane.x + pane.width * at[0], pane.y + pane.height * at[1]);
        page.mouse().click(pane.x + pane.width * at[0], pane.y + pane.height * at[1]);
        // Two quick clicks on one spot would count as one double click.
        page.waitForTimeout(300);
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

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }

    /** A person with everything: bracelet, authorisation, two zones and an hour's walk with one gap. */
    private static long walked() {
        long id = world.person("测试·甲一");
        PersonForm form =
                PersonForm.of(world.services.people().find(world.officer, id).orElseThrow());
        world.services
                .people()
                .edit(world.officer, id, 1, form.with("address", "测试路 1 号").with("phone", "000-0000-0001"))
                .orThrow();
        long device = world.bracelet();
        world.services.devices().assign(world.officer, device, id, "").orThrow();
        LocalDate today = world.today();
        world.authorise(id, Ground.INJUNCTION_BREACHED, "测矫定〔2026〕1号", today.minusDays(20));
        WeeklySchedule nights = new WeeklySchedule(
                CaseWorld.SHANGHAI,
                List.of(new WeeklySchedule.Window(
                        Set.of(java.time.DayOfWeek.values()),
                        java.time.LocalTime.of(21, 0),
                        java.time.LocalTime.of(6, 0))));
        Area at = new Area.Circle(home.latitude(), home.longitude(), 220);
        world.services
                .zones()
                .create(world.officer, id, ZoneForm.of("测试住所", RuleKind.STAY_IN, at, Optional.of(nights)))
                .orThrow();
        Area school = new Area.Circle(home.latitude() + 0.006, home.longitude() + 0.004, 150);
        world.services
                .zones()
                .create(world.officer, id, ZoneForm.of("测试小学", RuleKind.KEEP_OUT, school, Optional.empty()))
                .orThrow();
        Instant start = Instant.now().minus(4, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        for (int i = 0; i < 60; i++) {
            Instant when = start.plusSeconds(i * 60L + (i < 30 ? 0 : 5_400));
            world.report(
                    id,
                    device,
                    when,
                    i % 10 == 9 ? 900 : 2,
                    home.latitude() + i * 0.00012,
                    home.longitude() + 0.0009 * Math.sin(i / 6.0),
                    i % 7 == 3 ? 60f : 9f);
        }
        return id;
    }
}
