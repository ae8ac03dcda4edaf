package org.guitu.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guitu.web.Browser;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Lang;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.guitu.web.ui.Messages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LimitsIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String SOON = "duties.soon-days";

    @BeforeAll
    static void shipAFixedOne() {
        WEB.jdbi().useHandle(handle -> handle.execute("""
                insert into supervision.limit_value (limit_key, unit, value, valid_from, source, fixed)
                values ('duties.test-fixed', 'MONTHS', 3, '2020-07-01', '《社区矫正法》第二十九条', true)"""));
    }

    /** A figure without words would show its key to those who must apply it. */
    @Test
    void everyFigureShippedHasItsWordsInBothLanguages() throws IOException {
        List<String> keys = WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select distinct limit_key from supervision.limit_value where limit_key not like '%.test-%'")
                        .mapTo(String.class)
                        .list());
        Messages words = Messages.load(features());

        assertThat(keys).isNotEmpty();
        for (Lang lang : Lang.values()) {
            assertThat(keys.stream().map(key -> Limit.of(key).words()))
                    .as(lang.code())
                    .isSubsetOf(words.all(lang).keySet());
        }
    }

    @Test
    void figuresStandWithValueSourceAndWhoSetThem() {
        Browser reader = WEB.signedIn(WEB.root(), Role.SOCIAL_WORKER);

        assertThat(reader.get("/limits").body())
                .contains("提前列入“将到期”的天数", "7 日", "2020-07-01", "系统内置", "本系统默认")
                .contains("href=\"/limits\"");
        assertThat(WEB.signedIn(WEB.root(), Role.VOLUNTEER).get("/limits").statusCode())
                .isEqualTo(403);
    }

    @Test
    void placeSetsItsOwnFromTodayForItsSubtreeAlone() {
        Organisation ours = WEB.below(WEB.root(), "测试自定所");
        Organisation station = WEB.below(ours, "测试自定站");
        Organisation others = WEB.below(WEB.root(), "测试旁所");

        HttpResponse<String> saved = post(WEB.signedIn(ours, Role.DECIDER), SOON, form(ours, "5", TODAY));

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(value(ours)).isEqualTo(5);
        assertThat(value(station)).isEqualTo(5);
        assertThat(value(others)).isEqualTo(7);
        assertThat(WEB.signedIn(ours, Role.OFFICER).get("/limits").body()).contains("5 日", "本单位", "测文〔2026〕3号");
        assertThat(WEB.signedIn(station, Role.OFFICER).get("/limits").body()).contains("5 日", "上级单位", "测试自定所");
    }

    @Test
    void comingValueIsAnnouncedAndCanBeTakenBack() {
        Organisation ours = WEB.below(WEB.root(), "测试将来所");
        Browser decider = WEB.signedIn(ours, Role.DECIDER);
        LocalDate begins = TODAY.plusDays(30);

        post(decider, SOON, form(ours, "9", begins));

        assertThat(value(ours)).isEqualTo(7);
        assertThat(decider.get("/limits").body()).contains("自 " + begins + " 起改为 9 日");
        String page = decider.get("/limits/figures/" + SOON).body();
        assertThat(page).contains("将施行", "撤回");
        String id = page.replaceAll("(?s).*name=\"limit\" value=\"(\\d+)\".*", "$1");
        Map<String, String> back = Map.of("organisation", Long.toString(ours.id()), "limit", id);
        assertThat(decider.post("/limits/figures/" + SOON + "/take-back", back).statusCode())
                .isEqualTo(303);
        assertThat(decider.get("/limits").body()).doesNotContain("起改为 9 日");
        assertThat(decider.get("/limits/figures/" + SOON).body()).contains("撤回或替换");
        assertThat(decider.post("/limits/figures/" + SOON + "/take-back", back).statusCode())
                .isEqualTo(422);
    }

    @Test
    void valueInForceIsNotTakenBackButCorrectedWithAReason() {
        Organisation ours = WEB.below(WEB.root(), "测试更正所");
        Browser decider = WEB.signedIn(ours, Role.DECIDER);
        Map<String, String> early = form(ours, "4", TODAY.minusDays(20));

        HttpResponse<String> refused = post(decider, SOON, early);
        early.put("reason", "文件自上月起执行");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("施行日期已过：请说明更正原因");
        assertThat(post(decider, SOON, early).statusCode()).isEqualTo(303);
        assertThat(value(ours)).isEqualTo(4);
        String page = decider.get("/limits/figures/" + SOON).body();
        assertThat(page).contains("更正原因：文件自上月起执行").doesNotContain("/take-back");
    }

    @Test
    void whatTheLawFixesNobodyChanges() {
        Organisation ours = WEB.below(WEB.root(), "测试法定所");
        Browser decider = WEB.signedIn(ours, Role.DECIDER);

        assertThat(decider.get("/limits").body()).contains("法定，不可更改");
        assertThat(decider.get("/limits/figures/duties.test-fixed").body())
                .contains("由法律直接规定（《社区矫正法》第二十九条）")
                .doesNotContain("<form class=\"card-form\"");
        HttpResponse<String> refused = post(decider, "duties.test-fixed", form(ours, "6", TODAY));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("不能更改");
    }

    @Test
    void termsOfTheLawThatOthersMustKeepStandInTheTableToo() {
        Browser reader = WEB.signedIn(WEB.root(), Role.OFFICER);
        assertThat(reader.get("/limits").body()).contains("《社区矫正法》第二十条", "48 小时", "逮捕后羁押的最长天数", "变更：提前申请的月数");
        assertThat(reader.get("/limits/figures/conduct.custody-days-max").body())
                .contains("30 日", "由法律直接规定");
    }

    /** What an office may grant is not for the office to widen. */
    @Test
    void officeDoesNotSetWhatBindsIt() {
        Organisation county = WEB.county(WEB.root(), "测试授权县");
        Organisation ours = WEB.below(county, "测试受权所");
        for (String key : List.of(
                "leave.office-delegated",
                "leave.office-days-max",
                "orders.phone-continuous-allowed",
                "conduct.reprimand-days-max")) {
            for (Role role : List.of(Role.DECIDER, Role.ADMINISTRATOR)) {
                Browser office = WEB.signedIn(ours, role);
                HttpResponse<String> refused = post(office, key, form(ours, "1", TODAY));
                assertThat(refused.statusCode()).as(key + " " + role).isEqualTo(422);
                assertThat(refused.body()).contains("须由县级以上社区矫正机构设定");
                assertThat(office.get("/limits/figures/" + key).body())
                        .contains("须由县级以上社区矫正机构设定")
                        .doesNotContain("<form class=\"card-form\"");
            }
        }
        Browser department = WEB.signedIn(county, Role.DECIDER);
        assertThat(post(department, "leave.office-days-max", form(ours, "5", TODAY.plusDays(9)))
                        .statusCode())
                .isEqualTo(303);
        long set = WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select max(limit_id) from supervision.limit_value where organisation_id = :id")
                        .bind("id", ours.id())
                        .mapTo(Long.class)
                        .one());
        Map<String, String> back = Map.of("organisation", Long.toString(ours.id()), "limit", Long.toString(set));
        String takeBack = "/limits/figures/leave.office-days-max/take-back";
        assertThat(WEB.signedIn(ours, Role.DECIDER).post(takeBack, back).statusCode())
                .isEqualTo(422);
        assertThat(department.post(takeBack, back).statusCode()).isEqualTo(303);
    }

    @Test
    void wholeFormIsCheckedAtOnce() {
        Organisation ours = WEB.below(WEB.root(), "测试表单所");
        Map<String, String> wrong = form(ours, "seven", TODAY);
        wrong.put("source", " ");

        HttpResponse<String> refused = post(WEB.signedIn(ours, Role.DECIDER), SOON, wrong);

        assertThat(refused.body()).contains("请填写 0 到 100000 之间的整数", "id=\"e-source\"");
        assertThat(value(ours)).isEqualTo(7);
    }

    @Test
    void nobodySetsFiguresForOthersOrWithoutTheRight() {
        Organisation ours = WEB.below(WEB.root(), "测试本所");
        Organisation others = WEB.below(WEB.root(), "测试他所");
        Browser decider = WEB.signedIn(ours, Role.DECIDER);

        assertThat(post(decider, SOON, form(others, "1", TODAY)).statusCode()).isEqualTo(404);
        assertThat(decider.get("/limits?organisation=" + others.id()).statusCode())
                .isEqualTo(404);
        assertThat(decider.get("/limits/figures/no.such").statusCode()).isEqualTo(404);
        assertThat(post(WEB.signedIn(ours, Role.OFFICER), SOON, form(ours, "1", TODAY))
                        .statusCode())
                .isEqualTo(403);
        assertThat(value(others)).isEqualTo(7);
    }

    private static int value(Organisation place) {
        return WEB.jdbi().withHandle(handle -> Limits.of(handle, place.id()).value(Limit.of(SOON), TODAY));
    }

    private static HttpResponse<String> post(Browser who, String key, Map<String, String> form) {
        return who.post("/limits/figures/" + key, form);
    }

    private static Map<String, String> form(Organisation place, String value, LocalDate from) {
        return new HashMap<>(Map.of(
                "organisation",
                Long.toString(place.id()),
                "value",
                value,
                "validFrom",
                from.toString(),
                "source",
                "测文〔2026〕3号"));
    }

    private static Set<String> features() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            return files.map(file -> file.getFileName().toString().replaceAll("_(zh|en)\\.properties", ""))
                    .collect(Collectors.toSet());
        }
    }
}
