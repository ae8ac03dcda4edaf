package org.guitu.web.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.people.Category;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.Sex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A decision that was entered stands in the papers that name it. */
class SentencePapersIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser browser;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试裁判填充所");
        browser = world.browser(world.officer);
    }

    @Test
    void judgmentThatOrderedProbationIsNamedAndNotALaterRuling() {
        long id = person("裁判-1", Category.PROBATION);
        enter(id, "JUDGMENT", "（2026）测01刑初1号", "2026-01-10", "测试盗窃罪", "拘役三个月，缓刑六个月");
        enter(id, "RULING", "（2026）测01刑更9号", "2026-05-10", "", "");
        assertThat(preview(id, "revocation-proposal"))
                .contains("测试区人民法院", "（2026）测01刑初1号判决书", "测试盗窃罪", "拘役三个月，缓刑六个月")
                .doesNotContain("刑更9号");
        assertThat(preview(id, "certificate")).contains("经测试区人民法院（2026）测01刑初1号判决书依法");
        assertThat(preview(id, "plan")).contains("测试盗窃罪", "拘役三个月，缓刑六个月");
    }

    @Test
    void parolesRestOnTheRulingAndTheSentenceOfTheJudgment() {
        long id = person("裁判-2", Category.PAROLE);
        enter(id, "JUDGMENT", "（2020）测01刑初2号", "2020-01-10", "测试抢夺罪", "有期徒刑六年");
        enter(id, "RULING", "（2026）测01刑更2号裁定书", "2026-01-10", "", "");
        assertThat(preview(id, "revocation-proposal"))
                .contains("（2026）测01刑更2号裁定书", "测试抢夺罪", "有期徒刑六年")
                .doesNotContain("裁定书裁定书");
    }

    @Test
    void receiptNamesAllThatCameAndNothingWithdrawn() {
        long id = person("裁判-3", Category.PROBATION);
        enter(id, "EXECUTION_NOTICE", "（2026）测01执3号", "2026-01-20", "", "");
        enter(id, "JUDGMENT", "（2026）测01刑初3号", "2026-01-10", "", "");
        enter(id, "JUDGMENT", "（2026）测01误录号", "2026-02-10", "", "");
        Matcher newest = Pattern.compile("/people/\\d+/sentence/decisions/\\d+")
                .matcher(browser.get("/people/" + id + "/sentence").body());
        assertThat(newest.find()).isTrue();
        assertThat(browser.post(newest.group() + "/withdraw", Map.of("reason", "录错了人"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(preview(id, "receipt"))
                .contains("测试区人民法院：", "（2026）测01刑初3号判决书、（2026）测01执3号执行通知书")
                .doesNotContain("误录");
        assertThat(preview(id, "summary"))
                .as("the chapter where no offence is written")
                .contains("侵犯财产罪");
    }

    @Test
    void formOfTheCertificateIsFilledAndCanBeCorrected() {
        long id = person("裁判-4", Category.PROBATION);
        enter(id, "JUDGMENT", "（2026）测01刑初4号", "2026-01-10", "测试罪", "缓刑一年");
        String form = browser.get("/people/" + id + "/papers/new/certificate").body();
        assertThat(form).contains("value=\"测试区人民法院\"", "value=\"（2026）测01刑初4号判决书\"");
        Map<String, String> corrected =
                Map.of("decision.body", "测试区人民法院", "decision.document", "测更正1号", "end.day", "今天");
        assertThat(browser.post("/people/" + id + "/papers/new/certificate", corrected)
                        .statusCode())
                .isEqualTo(303);
        assertThat(world.count("supervision.paper", "person_id = :id and facts::text like '%测更正1号%'", id))
                .isEqualTo(1);
    }

    private static long person(String caseNumber, Category category) {
        return world.services
                .people()
                .create(world.officer, PersonForm.of(caseNumber, "测试裁判", "Ce Shi", Sex.MALE, category))
                .orThrow();
    }

    private static void enter(long id, String paper, String number, String decidedOn, String offence, String sentence) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("version", "0");
        form.put("paper", paper);
        form.put("bodyKind", "COURT");
        form.put("body", "测试区人民法院");
        form.put("documentNumber", number);
        form.put("decidedOn", decidedOn);
        form.put("crime", "PROPERTY");
        form.put("offence", offence);
        form.put("sentence", sentence);
        assertThat(browser.post("/people/" + id + "/sentence/decisions/new", form)
                        .statusCode())
                .isEqualTo(303);
    }

    private static String preview(long id, String kind) {
        return browser.get("/people/" + id + "/papers/preview/" + kind).body();
    }
}
