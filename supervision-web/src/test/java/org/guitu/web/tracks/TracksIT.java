package org.guitu.web.tracks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guitu.web.Browser;
import org.guitu.web.CaseServices;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.orders.ApplicationForm;
import org.guitu.web.orders.Ground;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TracksIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试轨迹所");
        browser = world.browser(world.officer);
    }

    @Test
    void withoutAPurposeNothingIsShownAndNothingIsAudited() {
        long id = walked("测试无由");
        Map<String, String> form = form("", "");
        HttpResponse<String> refused = browser.post("/people/" + id + "/track", form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("请选择查看目的", "请用一句话说明为什么查看").doesNotContain("121.4");
        assertThat(world.count("supervision.audit", "subject_id = :id and action like 'tracks.%'", id))
                .isZero();
    }

    @Test
    void viewIsAuditedWithWhoWhomPeriodAndPurpose() {
        long id = walked("测试有由");
        String path = open(id);
        String page = browser.get(path).body();
        assertThat(page)
                .contains("核实报警 · 核实测试预警", "3 个点，1 段空白，1 个补传", "±12 米", "空白 2 小时", "迟 ", "\"accuracyM\":12", "121.4");
        Map<String, Object> row = WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select staff_id, purpose, detail::text as detail from supervision.audit where subject_id = :id and action = 'tracks.view'")
                        .bind("id", id)
                        .mapToMap()
                        .one());
        assertThat(row.get("staff_id")).isEqualTo(world.officer.id());
        assertThat(row.get("purpose")).isEqualTo("ALERT: 核实测试预警");
        assertThat(row.get("detail").toString()).contains("from", "to");
    }

    @Test
    void exportIsAuditedAndHoldsWhatIsShown() {
        long id = walked("测试导出");
        String path = open(id);
        HttpResponse<String> csv = browser.get(path + "/export.csv");
        assertThat(csv.headers().firstValue("content-disposition").orElse("")).contains("attachment");
        assertThat(csv.body().lines()).hasSize(4).first().asString().startsWith("fixTime,receivedAt,lat,lon");
        assertThat(browser.get(path + "/export.geojson").body()).contains("\"FeatureCollection\"", "\"late\":true");
        assertThat(world.count("supervision.audit", "subject_id = :id and action = 'tracks.export'", id))
                .isEqualTo(2);
    }

    @Test
    void purposeIsOneReadersOwn() {
        long id = walked("测试借看");
        String path = open(id);
        Browser colleague = world.browser(world.officer(world.office));
        HttpResponse<String> borrowed = colleague.get(path);
        assertThat(borrowed.statusCode()).isEqualTo(303);
        assertThat(borrowed.headers().firstValue("location")).contains("/people/" + id + "/track");
        assertThat(colleague.get(path + "/export.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void emptyPeriodSaysWhy() {
        long id = world.person("测试空轨");
        assertThat(browser.get(open(id)).body()).contains("这段时间没有佩戴设备");
        world.services.devices().assign(world.officer, world.bracelet(), id, "").orThrow();
        assertThat(browser.get(open(id)).body()).contains("没有有效的采集依据");
        world.authorise(id, Ground.INJUNCTION_BREACHED, "测轨1号", world.today());
        assertThat(browser.get(open(id)).body()).contains("没有上报不等于守规");
    }

    @Test
    void whatWasStoredUnderABasisTakenBackAsAMistakeIsNotShown() {
        long id = world.person("测试撤回依据");
        long device = world.bracelet();
        Instant start = Instant.now().minus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        CaseServices then = CaseServices.of(WEB.jdbi(), InstantSource.fixed(start));
        then.devices().assign(world.officer, device, id, "").orThrow();
        LocalDate day = LocalDate.ofInstant(start, CaseWorld.SHANGHAI);
        long basis = then.authorise(
                world.officer,
                world.head,
                id,
                ApplicationForm.of(Ground.INJUNCTION_BREACHED, "测试证据", day, day.plusDays(9)),
                "测轨2号");
        world.report(id, device, start.plusSeconds(60), 2, 31.2005, 121.4, 12f);
        String api = "/api/v1/people/" + id + "/track?period=day&purpose=CASE_REVIEW&reason=test";
        assertThat(browser.get(api).body()).contains("\"latitude\":31.2005");
        world.services.orders().revoke(world.officer, id, basis).orThrow();
        assertThat(browser.get(api).body()).doesNotContain("31.2005");
        assertThat(browser.get(open(id)).body()).contains("没有有效的采集依据").doesNotContain("31.2005");
        assertThat(world.count("telemetry.position", "device_id = :id", device)).isEqualTo(1);
    }

    @Test
    void periodIsLimited() {
        long id = world.person("测试时段");
        Map<String, String> form = form("ALERT", "核实测试预警");
        form.put("period", "chosen");
        form.put("from", "2026-01-01T00:00");
        form.put("to", "2026-06-01T00:00");
        assertThat(browser.post("/people/" + id + "/track", form).body()).contains("一次最多查看 31 天");
        form.put("to", "2025-12-31T00:00");
        assertThat(browser.post("/people/" + id + "/track", form).body()).contains("结束时间须晚于开始时间");
    }

    @Test
    void programStatesThePurposeWithEachRequest() {
        long id = walked("测试程序");
        assertThat(browser.get("/api/v1/people/" + id + "/track?period=day").statusCode())
                .isEqualTo(400);
        HttpResponse<String> answer =
                browser.get("/api/v1/people/" + id + "/track?period=day&purpose=CASE_REVIEW&reason=test");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"items\":[{", "\"latitude\":31.2");
        assertThat(world.count("supervision.audit", "subject_id = :id and action = 'tracks.view'", id))
                .isEqualTo(1);
    }

    /** A person with a bracelet and three reports: one, one a minute later, and one two hours on that came late. */
    private static long walked(String name) {
        long id = world.person(name);
        long device = world.bracelet();
        Instant start = Instant.now().minus(5, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        world.report(id, device, start, 2, 31.2, 121.4, 12f);
        world.report(id, device, start.plusSeconds(60), 2, 31.2005, 121.4, 12f);
        world.report(id, device, start.plusSeconds(60 + 7200), 3600, 31.201, 121.401, 30f);
        return id;
    }

    private static String open(long id) {
        return browser.post("/people/" + id + "/track", form("ALERT", "核实测试预警"))
                .headers()
                .firstValue("location")
                .orElseThrow();
    }

    private static Map<String, String> form(String purpose, String reason) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("purpose", purpose);
        form.put("reason", reason);
        form.put("period", "day");
        return form;
    }
}
