package org.guitu.web.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HouseholdIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试家庭所");
        browser = world.browser(world.officer);
    }

    @Test
    void factsAreEnteredShownEndedAndNoneIsLost() {
        long id = world.person("测试家庭");
        String base = "/people/" + id + "/household";
        assertThat(browser.post(base + "/new/contact", form("MOBILE", "phone", "电话号码"))
                        .body())
                .contains("号码不正确");
        assertThat(browser.post(base + "/new/relative", form("MOBILE", "name", "测试某"))
                        .body())
                .contains("请从列表中选择");
        assertThat(browser.post(base + "/new/contact", form("MOBILE", "phone", "000-1111"))
                        .statusCode())
                .isEqualTo(303);
        Map<String, String> spouse = form("SPOUSE", "name", "测试配偶");
        spouse.put("emergency", "on");
        spouse.put("together", "on");
        spouse.put("validFrom", "2020-01-02");
        assertThat(browser.post(base + "/new/relative", spouse).statusCode()).isEqualTo(303);
        assertThat(browser.post(base + "/new/occupation", form("EMPLOYER", "name", "测试工厂"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/people/" + id).body()).contains("测试配偶", "测试工厂", "000-1111", "紧急联系", "共同居住");
        String entry = entry(browser.get(base).body(), "测试工厂");
        assertThat(browser.post(entry + "/end", Map.of("version", "1", "lastDay", "2099-01-01"))
                        .body())
                .contains("末日应在起始日与今天之间");
        assertThat(browser.post(
                                entry + "/end",
                                Map.of("version", "1", "lastDay", world.today().toString()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.post(
                                entry(browser.get(base).body(), "000-1111") + "/end",
                                Map.of("version", "1", "mistake", "录入有误"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get(base).body()).contains("测试工厂", "已撤回", "录入有误");
        String person = browser.get("/people/" + id).body();
        String panel = person.substring(person.indexOf("id=\"household\""));
        assertThat(panel.substring(0, panel.indexOf("</section>")))
                .contains("测试配偶")
                .doesNotContain("000-1111");
        assertThat(world.count("supervision.household_entry", "person_id = :id", id))
                .isEqualTo(5);
        assertThat(world.count("supervision.case_entry", "person_id = :id and kind like 'household.log.%'", id))
                .isEqualTo(5);
    }

    @Test
    void secondEditorSeesTheDifference() {
        long id = world.person("测试同改");
        String base = "/people/" + id + "/household";
        browser.post(base + "/new/relative", form("PARENT", "name", "测试父"));
        String edit = entry(browser.get(base).body(), "测试父") + "/edit";
        Map<String, String> first = form("PARENT", "name", "测试父");
        first.put("version", "1");
        first.put("phone", "000-2222");
        Map<String, String> second = new LinkedHashMap<>(first);
        second.put("phone", "000-3333");
        assertThat(browser.post(edit, first).statusCode()).isEqualTo(303);
        HttpResponse<String> overtaken = browser.post(edit, second);
        assertThat(overtaken.statusCode()).isEqualTo(409);
        assertThat(overtaken.body()).contains("000-2222", "000-3333", "对方保存的", "name=\"version\" value=\"2\"");
    }

    @Test
    void photographIsKeptSmallAndBare() throws IOException {
        long id = world.person("测试照片");
        String path = "/people/" + id + "/photos";
        assertThat(browser.upload(path, Map.of(), "photo", "GIF89a no photo".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("请选择 JPEG 或 PNG 照片");
        byte[] sent = image(1600, 1200, "png");
        assertThat(browser.upload(path, Map.of(), "photo", sent).statusCode()).isEqualTo(303);
        byte[] kept = WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select content from supervision.person_photo where person_id = :id")
                        .bind("id", id)
                        .mapTo(byte[].class)
                        .one());
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(shown.getWidth()).isEqualTo(800);
        assertThat(shown.getHeight()).isEqualTo(600);
        Matcher photo = Pattern.compile("/people/\\d+/photos/\\d+")
                .matcher(browser.get("/people/" + id).body());
        assertThat(photo.find()).isTrue();
        HttpResponse<String> served = browser.get(photo.group());
        assertThat(served.headers().firstValue("content-type")).contains("image/jpeg");
        assertThat(served.headers().firstValue("cache-control").orElse("")).contains("no-store");
        Browser other = world.browser(world.officer(WEB.below(WEB.root(), "测试家庭二所")));
        assertThat(other.get(photo.group()).statusCode()).isEqualTo(404);
        assertThat(WEB.signedIn(world.office, Role.VOLUNTEER).get(photo.group()).statusCode())
                .isEqualTo(403);
        assertThat(browser.post(photo.group() + "/withdraw", Map.of("reason", "不是本人"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get(photo.group()).statusCode()).isEqualTo(404);
        assertThat(browser.get("/people/" + id).body()).doesNotContain("/photos/");
    }

    @Test
    void anotherOfficeSeesAndTouchesNothing() {
        long id = world.person("测试隔家");
        Browser other = world.browser(world.officer(WEB.below(WEB.root(), "测试家庭三所")));
        String base = "/people/" + id + "/household";
        assertThat(other.get(base).statusCode()).isEqualTo(404);
        assertThat(other.post(base + "/new/contact", form("MOBILE", "phone", "000-1111"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.upload("/people/" + id + "/photos", Map.of(), "photo", new byte[3])
                        .statusCode())
                .isEqualTo(404);
    }

    private static byte[] image(int width, int height, String format) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(100, 100, width - 200, height - 200);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static String entry(String page, String title) {
        Matcher found = Pattern.compile("/people/\\d+/household/\\d+").matcher(page.substring(page.indexOf(title)));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static Map<String, String> form(String kind, String field, String value) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("kind", kind);
        form.put(field, value);
        return form;
    }
}
