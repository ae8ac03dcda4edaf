package org.guitu.web.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Role;
import org.guitu.web.papers.ChineseDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A measure that was decided is made out as a paper from what it rests on. */
class ConductPapersIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Browser office;
    private static Browser decider;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试奖惩文书所");
        office = world.browser(world.officer);
        decider = WEB.signedIn(WEB.root(), Role.DECIDER);
    }

    @Test
    void reprimandTellsTheIncidentAndTheRule() {
        long id = world.person("测试训诫");
        LocalDate day = world.today().minusDays(3);
        enter(id, "LEFT_WITHOUT_LEAVE", "LIGHT", day, "独自前往邻县，次日返回");
        assertThat(preview(id, "reprimand")).contains("〔违反规定的事实〕");
        long measure = decide(id, propose(id, "REPRIMAND"), world.today());
        assertThat(page(id, measure)).contains(form(id, "reprimand")).doesNotContain(form(id, "warning"));
        assertThat(preview(id, "reprimand"))
                .contains(ChineseDate.plain(day) + "未经批准外出（情节轻微）：独自前往邻县，次日返回", "《中华人民共和国社区矫正法》第二十七条")
                .doesNotContain("等证据证实", "〔");
        assertThat(preview(id, "warning")).as("of another kind").contains("〔违反规定的事实〕");
        Map<String, String> filled = Map.of("sanction.facts", "未经批准外出", "sanction.basis", "《社区矫正法》第二十七条");
        assertThat(office.post(form(id, "reprimand"), filled).statusCode()).isEqualTo(303);
    }

    @Test
    void revocationTellsHowLongAndWhatWasDecidedBefore() {
        long id = world.person("测试撤缓");
        enter(id, "FORBIDDEN_CONTACT", "LIGHT", world.today().minusDays(60), "会见同案犯");
        decide(id, propose(id, "REPRIMAND"), world.today().minusDays(50));
        LocalDate lost = world.today().minusDays(40);
        absent(id, lost, world.today());
        long measure = decide(id, propose(id, "REVOCATION_PROPOSAL"), world.today());
        assertThat(page(id, measure)).contains(form(id, "revocation-proposal"));
        assertThat(preview(id, "revocation-proposal"))
                .contains("脱离监管（" + ChineseDate.plain(lost) + "至" + ChineseDate.plain(world.today()) + "，40日）")
                .contains("《中华人民共和国刑法》第七十七条第二款", "缓刑", "〔证据〕");
        assertThat(preview(id, "reprimand")).contains("会见同案犯").doesNotContain("脱离监管");
    }

    @Test
    void warningNamesTheReprimandsItRestsOn() {
        long id = world.person("测试两训");
        for (int i = 0; i < 2; i++) {
            enter(id, "FORBIDDEN_CONTACT", "LIGHT", world.today().minusDays(9 - i), "会见同案犯");
            long measure = decide(id, propose(id, "REPRIMAND"), world.today().minusDays(5));
            step(id, measure, "SERVED", world.today().minusDays(4), Map.of());
        }
        enter(id, "FORBIDDEN_CONTACT", "LIGHT", world.today(), "再次会见");
        decide(id, propose(id, "WARNING"), world.today());
        assertThat(preview(id, "warning"))
                .contains("再次会见", "此前于" + ChineseDate.plain(world.today().minusDays(5)) + "决定训诫（测矫〔2026〕1号）");
    }

    @Test
    void withdrawnMeasureIsNotMadeOut() {
        long id = world.person("测试撤销");
        absent(id, world.today().minusDays(11), world.today());
        long measure = decide(id, propose(id, "WARNING"), world.today());
        step(id, measure, "SERVED", world.today(), Map.of());
        step(id, measure, "OBJECTED", world.today(), Map.of("note", "因住院"));
        Map<String, String> answer = new LinkedHashMap<>(Map.of("step", "ANSWERED", "result", "WITHDRAWN"));
        answer.put("day", world.today().toString());
        answer.put("note", "查实");
        answer.put("changedTo", "");
        assertThat(decider.post("/people/" + id + "/conduct/measures/" + measure + "/answer", answer)
                        .statusCode())
                .isEqualTo(303);
        assertThat(page(id, measure)).doesNotContain("/papers/new");
        assertThat(preview(id, "warning")).contains("〔违反规定的事实〕");
    }

    @Test
    void commendationTellsTheDeed() {
        long id = world.person("测试表扬");
        Map<String, String> form = Map.of("kind", "COMMENDATION", "basis", "DEED", "reason", "河中救起落水儿童");
        assertThat(office.post("/people/" + id + "/conduct/proposals/new", form).statusCode())
                .isEqualTo(303);
        long measure = decide(id, newest(id), world.today());
        assertThat(page(id, measure)).contains(form(id, "commendation"));
        assertThat(preview(id, "commendation")).contains("河中救起落水儿童");
    }

    private static void enter(long id, String kind, String gravity, LocalDate first, String note) {
        incident(id, Map.of("kind", kind, "gravity", gravity, "first", first.toString(), "note", note));
    }

    private static void absent(long id, LocalDate first, LocalDate last) {
        incident(
                id,
                Map.of("kind", "OUT_OF_SUPERVISION", "first", first.toString(), "last", last.toString(), "note", "失联"));
    }

    private static void incident(long id, Map<String, String> form) {
        assertThat(office.post("/people/" + id + "/conduct/incidents/new", form).statusCode())
                .isEqualTo(303);
    }

    private static long propose(long id, String kind) {
        Matcher link = Pattern.compile("/proposals/new\\?incident=(\\d+)&amp;kind=" + kind)
                .matcher(office.get("/people/" + id + "/conduct").body());
        assertThat(link.find()).isTrue();
        Map<String, String> form = Map.of("kind", kind, "incident", link.group(1), "reason", "");
        assertThat(office.post("/people/" + id + "/conduct/proposals/new", form).statusCode())
                .isEqualTo(303);
        return newest(id);
    }

    private static long newest(long id) {
        return WEB.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select max(proposal_id) from supervision.conduct_proposal where person_id = :id")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .one());
    }

    private static long decide(long id, long proposal, LocalDate day) {
        HttpResponse<String> answer = decider.post(
                "/people/" + id + "/conduct/proposals/" + proposal + "/decide",
                Map.of("decidedOn", day.toString(), "documentNumber", "测矫〔2026〕1号", "reason", ""));
        assertThat(answer.statusCode()).isEqualTo(303);
        String path = answer.headers().firstValue("location").orElseThrow();
        return Long.parseLong(path.replaceAll(".*/measures/(\\d+).*", "$1"));
    }

    private static void step(long id, long measure, String step, LocalDate day, Map<String, String> more) {
        Map<String, String> form = new LinkedHashMap<>(more);
        form.put("step", step);
        form.put("day", day.toString());
        assertThat(office.post("/people/" + id + "/conduct/measures/" + measure + "/steps", form)
                        .statusCode())
                .isEqualTo(303);
    }

    private static String page(long id, long measure) {
        return office.get("/people/" + id + "/conduct/measures/" + measure).body();
    }

    private static String preview(long id, String kind) {
        return office.get("/people/" + id + "/papers/preview/" + kind).body();
    }

    private static String form(long id, String kind) {
        return "/people/" + id + "/papers/new/" + kind;
    }
}
