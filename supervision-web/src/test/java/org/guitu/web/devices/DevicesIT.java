package org.guitu.web.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DevicesIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试设备所");
        browser = world.browser(world.officer);
    }

    @Test
    void braceletIsRegisteredWornAndTakenBack() {
        HttpResponse<String> made = browser.post("/devices/new", form("0013900005678"));
        assertThat(made.statusCode()).isEqualTo(303);
        String path = made.headers().firstValue("location").orElseThrow();
        assertThat(browser.get(path).body()).contains("13900005678", "从未上报", "每 10 分钟 一次");
        long id = world.person("测试佩戴");
        String device = path.substring(path.lastIndexOf('/') + 1);
        assertThat(browser.get("/people/" + id + "/devices/assign").body()).contains("13900005678");
        assertThat(browser.post("/people/" + id + "/devices/assign", Map.of("deviceId", device, "from", ""))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/devices?worn=true&q=5678").body()).contains("测试佩戴");
        assertThat(browser.get("/people?q=5678").body()).contains("测试佩戴");
        assertThat(browser.post(path + "/retire", Map.of()).body()).contains("正由 测试佩戴 佩戴");
        assertThat(browser.post(path + "/take-back", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.get(path).body()).contains("测试佩戴", "停用");
        assertThat(browser.get("/people?q=5678").body()).doesNotContain("测试佩戴");
        assertThat(world.count("supervision.wearing", "person_id = :id", id)).isEqualTo(2);
    }

    @Test
    void wrongDeviceIsRefusedAndNothingIsSaved() {
        long before = world.count("telemetry.device");
        Map<String, String> form = form("手环一号");
        form.put("sendIntervalSeconds", "0");
        form.put("clockOffset", "+25");
        HttpResponse<String> refused = browser.post("/devices/new", form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("1 到 20 位数字", "请填写 1 到 86,400 之间的整数".replace(",", ""), "请按 +08:00 的样子填写");
        assertThat(world.count("telemetry.device")).isEqualTo(before);
        assertThat(world.count("supervision.device_holding")).isEqualTo(before);
    }

    @Test
    void identityIsOnTheBooksOnce() {
        browser.post("/devices/new", form("13900000001"));
        assertThat(browser.post("/devices/new", form("0013900000001")).body()).contains("这个设备号已经登记过");
    }

    @Test
    void oneDeviceIsWornByOnePersonAndOnePersonWearsOneBracelet() {
        long device = world.bracelet();
        long first = world.person("测试先戴");
        long second = world.person("测试后戴");
        world.services.devices().assign(world.officer, device, first, "").orThrow();
        HttpResponse<String> taken =
                browser.json("POST", "/api/v1/devices/" + device + "/wearing", "{\"personId\":" + second + "}");
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("正由 测试先戴 佩戴");
        HttpResponse<String> another = browser.json(
                "POST", "/api/v1/devices/" + world.bracelet() + "/wearing", "{\"personId\":" + first + "}");
        assertThat(another.body()).contains("已佩戴一台同类设备");
    }

    @Test
    void codeGoesInAndNeverOut() {
        Map<String, String> form = form("13900000077");
        form.put("authCode", "kept-to-itself");
        String path = browser.post("/devices/new", form)
                .headers()
                .firstValue("location")
                .orElseThrow();
        assertThat(browser.get(path).body()).doesNotContain("kept-to-itself");
        assertThat(browser.get(path + "/edit").body()).doesNotContain("kept-to-itself");
        assertThat(browser.get("/api/v1" + path).body()).contains("13900000077").doesNotContain("kept-to-itself");
    }

    private static Map<String, String> form(String identity) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("protocol", "jt808");
        form.put("identity", identity);
        form.put("sendIntervalSeconds", "600");
        form.put("bufferSeconds", "900");
        form.put("datum", "WGS84");
        return form;
    }
}
