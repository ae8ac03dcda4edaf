package org.guitu.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Drawing on the map, by pointer and by keyboard, on the live page's own map. */
class MapBrowserIT {

    @RegisterExtension
    static final Platform PLATFORM = new Platform();

    private static Chromium chromium;
    private static Page page;
    private static BoundingBox box;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
        page = chromium.page("zh-CN", 1280, 800);
        PLATFORM.signIn(page);
        page.waitForFunction("() => document.getElementById('map').ready.then(() => true)");
        page.evaluate("""
                () => {
                  window.drawn = []; window.refused = [];
                  const map = document.getElementById('map');
                  map.addEventListener('guitu-map-drawn', (e) => window.drawn.push(e.detail.area));
                  map.addEventListener('guitu-map-refused', (e) => window.refused.push(e.detail.message));
                }
                """);
        box = page.locator("#map").boundingBox();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void forget() {
        page.evaluate("() => { document.getElementById('map').clearArea(); window.drawn = []; window.refused = []; }");
    }

    private static void start(String shape) {
        page.evaluate("shape => document.getElementById('map').startDraw(shape, {bufferM: 40})", shape);
    }

    /** A click that is not taken for half of a double click. */
    private static void click(double x, double y) {
        page.mouse().move(box.x + x, box.y + y);
        page.waitForTimeout(60);
        page.mouse().click(box.x + x, box.y + y);
        page.waitForTimeout(320);
    }

    private static String refused() {
        return (String) page.evaluate("() => window.refused.join('|')");
    }

    /** The shape drawn last: its type and how many corners it has. */
    private static String drawn() {
        page.waitForFunction("() => window.drawn.length > 0");
        return (String) page.evaluate("""
                () => {
                  const {geometry, properties} = window.drawn.at(-1);
                  const corners = geometry.type === 'Polygon' ? geometry.coordinates[0].length - 1 : geometry.coordinates.length;
                  return [geometry.type, corners, Object.keys(properties)].join(' ').trim();
                }
                """);
    }

    @Test
    void aCornerThatWouldMakeTheOutlineCrossItselfIsNotTaken() {
        start("polygon");
        click(150, 200);
        click(400, 200);
        click(400, 450);
        click(280, 120);
        assertThat(refused()).isEqualTo("线条自相交，这一点未被采用");
        click(150, 450);
        click(150, 200);
        assertThat(drawn()).isEqualTo("Polygon 4");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(java.nio.file.Path.of("target", "screenshots", "map-drawn-zh.png")));
    }

    @Test
    void aChangeThatWouldMakeTheOutlineCrossItselfIsUndone() {
        start("polygon");
        click(150, 200);
        click(400, 200);
        click(400, 450);
        click(150, 450);
        click(150, 200);
        String before = drawn();
        page.mouse().move(box.x + 400, box.y + 200);
        page.mouse().down();
        page.mouse().move(box.x + 250, box.y + 350, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(6));
        page.mouse().move(box.x + 80, box.y + 330, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(6));
        page.mouse().up();
        page.waitForTimeout(300);
        assertThat(refused()).isEqualTo("修改会使边界自相交，已撤销");
        assertThat(drawn()).isEqualTo(before);
    }

    @Test
    void circlesAndLinesCarryTheirWidthInMetres() {
        start("circle");
        click(250, 300);
        click(320, 300);
        assertThat(drawn()).isEqualTo("Point 2 radiusM");
        page.evaluate("() => window.drawn = []");
        start("line");
        click(150, 200);
        click(300, 300);
        page.mouse().dblclick(box.x + 420, box.y + 220);
        assertThat(drawn()).isEqualTo("LineString 3 bufferM");
    }

    @Test
    void anAreaCanBeDrawnByKeyboardAlone() {
        start("polygon");
        page.locator(".guitu-map-pane").focus();
        for (String key : List.of("Space", "ArrowRight", "Space", "ArrowDown", "Space", "f")) {
            page.keyboard().press(key);
            page.waitForTimeout(250);
        }
        assertThat(drawn()).isEqualTo("Polygon 3");
        assertThat(chromium.complaints).isEmpty();
    }

    @Test
    void theGeometryKnowsWhatCrosses() {
        Object told = page.evaluate("""
                async () => {
                  const {ringCrosses, wouldCross, crossesItself} = await import('/static/map/geo.js');
                  const square = [[0,0],[4,0],[4,4],[0,4],[0,0]];
                  return [
                    ringCrosses(square), ringCrosses([[0,0],[4,4],[4,0],[0,4],[0,0]]), ringCrosses([[0,0],[4,0],[8,0],[0,0]]),
                    ringCrosses([[0,0],[4,0],[4,4],[2,0],[0,4],[0,0]]), ringCrosses([[0,0],[4,0],[4,0],[4,4],[0,4],[0,0]]),
                    wouldCross([[0,0],[4,0],[4,4]], [2,-1]), wouldCross([[0,0],[4,0],[4,4]], [0,4]), wouldCross([[0,0],[4,0]], [2,0]),
                    crossesItself([[0,0],[4,0],[4,4],[2,-2]]), crossesItself([[0,0],[4,0],[8,0]]),
                  ].map((yes) => yes ? 'crosses' : 'fine').join(' ');
                }
                """);
        assertThat(told).isEqualTo("fine crosses crosses crosses fine crosses fine crosses crosses fine");
    }
}
