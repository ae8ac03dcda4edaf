package org.guitu.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.guitu.geofence.zone.Area;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The zone form by hand: a preview before saving, several places, fields that follow the order. */
class ZoneFormBrowserIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        world = new CaseWorld(WEB, "测试街道司法所");
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
    void previewStandsAboveTheFormAndNothingTypedIsLost() {
        long id = world.person("测试预览");
        long device = world.bracelet();
        Instant start = Instant.now().minus(Duration.ofHours(5)).truncatedTo(ChronoUnit.MINUTES);
        for (int i = 0; i < 90; i++) {
            world.report(id, device, start.plusSeconds(60L * i), 2, i < 30 || i > 59 ? 31.05 : 31.005, 121.005, 9f);
        }
        Page page = form("zh-CN", 390, id);
        page.fill("#f-name", "测试禁区");
        page.check("input[name=kind][value=KEEP_OUT]");
        write(page, CaseWorld.SQUARE);
        page.fill("#f-approachMeters", "50");
        page.fill("[name='pauseFrom.0']", "2030-01-01T08:00");
        page.fill("[name='pauseTo.0']", "2030-01-02T08:00");
        page.click("button[value=preview]");
        assertThat(page.locator("#preview")).containsText("进入禁止区域");
        assertThat(page.locator("#preview")).containsText("一无所知");
        assertThat(page.locator("#f-name")).hasValue("测试禁区");
        assertThat(page.locator("#f-approachMeters")).hasValue("50");
        assertThat(page.locator("[name='pauseTo.0']")).hasValue("2030-01-02T08:00");
        assertThat(world.services.zones().list(world.officer, id)).isEmpty();
        Object over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) over).intValue()).isZero();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "zone-preview-zh-390.png"))
                .setFullPage(true));
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        page.context().close();
    }

    @Test
    void placesAreListedAndSavedAndWhatIsNotOfTheOrderIsNotSent() {
        long id = world.person("测试多处");
        Page page = form("zh-CN", 1280, id);
        page.fill("#f-name", "测试多处");
        page.check("input[name=kind][value=KEEP_OUT]");
        page.fill("#f-approachMeters", "50");
        page.check("input[name=kind][value=STAY_IN]");
        assertThat(page.locator("#f-approachMeters")).isHidden();
        for (int meters : List.of(100, 200, 300)) {
            write(
                    page,
                    "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[121.0,31.0]},\"properties\":{\"radiusM\":"
                            + meters + "}}");
            page.click("button[value=add-part]");
        }
        assertThat(page.locator(".case-part")).hasCount(3);
        page.click("button[value='remove-part.1']");
        assertThat(page.locator(".case-part")).hasCount(2);
        page.click(".form-end .btn-primary");
        page.waitForURL(Pattern.compile(".*/zones/\\d+$"));
        assertThat(world.services.zones().list(world.officer, id))
                .singleElement()
                .satisfies(zone -> assertThat(((Area.AnyOf) zone.area()).parts())
                        .containsExactly(new Area.Circle(31.0, 121.0, 100), new Area.Circle(31.0, 121.0, 300)));
        page.context().close();
    }

    private static void write(Page page, String area) {
        if (!page.locator("textarea[name=area]").isVisible()) {
            page.click("#raw-area summary");
        }
        page.fill("textarea[name=area]", area);
    }

    private static Page form(String locale, int width, long personId) {
        Page page = chromium.page(locale, width, 900);
        page.navigate(WEB.url() + "/sign-in");
        page.fill("#user", world.officer.userName());
        page.fill("#password", WebFixture.PASSWORD);
        page.click("button[type=submit].btn-primary");
        page.waitForURL(url -> !url.contains("/sign-in"));
        page.navigate(WEB.url() + "/people/" + personId + "/zones/new");
        assertThat(page.locator("[data-draw=polygon]")).isVisible();
        return page;
    }
}
