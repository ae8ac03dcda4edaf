package org.guitu.web.holidays;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.guitu.web.Browser;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.guitu.web.calendar.WorkCalendars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HolidaysIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static final String PATH = "/limits/holidays";

    @Test
    void shippedDaysStandAndYearsNotKnownAreToldOf() {
        Browser reader = WEB.signedIn(WEB.root(), Role.OFFICER);

        assertThat(reader.get(PATH + "?year=2026").body())
                .contains("2026-10-01", "国庆节", "2026-02-14", "春节调休", "全国", "放假安排尚未录入")
                .doesNotContain("/limits/holidays/remove");
        assertThat(reader.get(PATH + "?year=2031").body()).contains("2031 年的放假安排尚未录入", "2031 年没有录入放假安排");
    }

    @Test
    void ownDayOffHoldsForTheSubtreeUntilItIsRemoved() {
        Organisation ours = WEB.county(WEB.root(), "测试民族所");
        Organisation others = WEB.below(WEB.root(), "测试邻所");
        Browser decider = WEB.signedIn(ours, Role.DECIDER);
        Map<String, String> day = day(ours, "2026-08-06", "OFF", "测试地方节日");

        assertThat(decider.post(PATH, day).statusCode()).isEqualTo(303);

        assertThat(worked(ours, "2026-08-06")).isFalse();
        assertThat(worked(others, "2026-08-06")).isTrue();
        assertThat(decider.get(PATH + "?year=2026").body()).contains("测试地方节日", "测试民族所");
        assertThat(decider.post(PATH + "/remove", day).statusCode()).isEqualTo(303);
        assertThat(worked(ours, "2026-08-06")).isTrue();
        assertThat(decider.post(PATH + "/remove", day).statusCode()).isEqualTo(422);
    }

    @Test
    void officeSetsNoDaysThatBindIt() {
        Organisation office = WEB.below(WEB.root(), "测试自设所");
        Browser decider = WEB.signedIn(office, Role.DECIDER);
        assertThat(decider.get(PATH).body()).doesNotContain("name=\"kind\"");
        assertThat(decider.post(PATH, day(office, "2026-08-06", "OFF", "测试自设")).body())
                .contains("司法所不能自行设定");
        assertThat(worked(office, "2026-08-06")).isTrue();
        Browser above = WEB.signedIn(WEB.root(), Role.DECIDER);
        assertThat(above.post(PATH, day(office, "2026-08-06", "OFF", "测试上级所设")).statusCode())
                .isEqualTo(303);
        assertThat(worked(office, "2026-08-06")).isFalse();
    }

    @Test
    void workingOnAWorkingDayIsNoNews() {
        Organisation ours = WEB.county(WEB.root(), "测试调休所");
        Browser decider = WEB.signedIn(ours, Role.DECIDER);

        assertThat(decider.post(PATH, day(ours, "2026-08-06", "WORKED", "调休")).body())
                .contains("这一天本来就是工作日");
        assertThat(decider.post(PATH, day(ours, "2026-08-08", "WORKED", "调休")).statusCode())
                .isEqualTo(303);
        assertThat(worked(ours, "2026-08-08")).isTrue();
    }

    @Test
    void listIsLookedThroughBeforeItIsEntered() {
        Organisation ours = WEB.county(WEB.root(), "测试导入所");
        Browser decider = WEB.signedIn(ours, Role.DECIDER);
        String list = "2028-01-01,2028-01-03,休,元旦\n2028-01-08,班,元旦调休\n";

        HttpResponse<String> checked = bring(decider, ours, list, false);

        assertThat(checked.statusCode()).isEqualTo(200);
        assertThat(checked.body()).contains("新增 4 天，更改 0 天", "尚未保存", "确认导入", "元旦调休");
        assertThat(worked(ours, "2028-01-03")).isTrue();
        assertThat(bring(decider, ours, list, true).statusCode()).isEqualTo(303);
        assertThat(worked(ours, "2028-01-03")).isFalse();
        assertThat(worked(ours, "2028-01-08")).isTrue();
        assertThat(bring(decider, ours, list + "2028-01-02,休,春节", false).body())
                .contains("有 1 处需要改正", "第 3 行：2028-01-02 出现了两次");
        assertThat(bring(decider, ours, list.replace("元旦调休", "调休"), false).body())
                .contains("新增 0 天，更改 1 天，3 天与现有安排相同");
    }

    @Test
    void fileServesAsWellAsPasting() {
        Organisation ours = WEB.county(WEB.root(), "测试文件所");
        Browser decider = WEB.signedIn(ours, Role.DECIDER);
        byte[] csv = "\uFEFF2029-05-01,休,劳动节".getBytes(StandardCharsets.UTF_8);

        assertThat(decider.upload(PATH + "/import", Map.of("organisation", id(ours)), "file", csv)
                        .body())
                .contains("新增 1 天", "2029-05-01");
        assertThat(decider.upload(PATH + "/import", Map.of("organisation", id(ours)), "file", new byte[0])
                        .body())
                .contains("请粘贴列表或选择文件");
    }

    @Test
    void nobodyEntersDaysForOthersOrWithoutTheRight() {
        Organisation ours = WEB.county(WEB.root(), "测试本所");
        Organisation others = WEB.below(WEB.root(), "测试他所");

        assertThat(WEB.signedIn(ours, Role.DECIDER)
                        .post(PATH, day(others, "2026-08-07", "OFF", "节日"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(WEB.signedIn(ours, Role.OFFICER)
                        .post(PATH, day(ours, "2026-08-07", "OFF", "节日"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(worked(others, "2026-08-07")).isTrue();
    }

    private static HttpResponse<String> bring(Browser who, Organisation place, String list, boolean apply) {
        Map<String, String> form = new HashMap<>(Map.of("organisation", id(place), "list", list));
        if (apply) {
            form.put("apply", "yes");
        }
        return who.upload(PATH + "/import", form, "file", new byte[0]);
    }

    private static Map<String, String> day(Organisation place, String day, String kind, String name) {
        return Map.of("organisation", id(place), "day", day, "kind", kind, "name", name);
    }

    private static boolean worked(Organisation place, String day) {
        return WEB.jdbi()
                .withHandle(handle -> WorkCalendars.of(handle, place.id()).isWorkingDay(LocalDate.parse(day)));
    }

    private static String id(Organisation place) {
        return Long.toString(place.id());
    }
}
