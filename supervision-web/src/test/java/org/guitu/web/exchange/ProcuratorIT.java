package org.guitu.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Role;
import org.guitu.web.people.Category;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.Sex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A procurator reads the files, decisions and exchange of the county, changes nothing and sees no track. */
class ProcuratorIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static CaseWorld world;
    private static Organisation county;
    private static Browser procurator;
    private static Person person;

    @BeforeAll
    static void openTheCounty() {
        world = new CaseWorld(WEB, "测试他所");
        county = WEB.county(WEB.root(), "测试检县");
        Organisation office = WEB.below(county, "测试检所");
        var officer = world.officer(office);
        long id = world.services
                .people()
                .create(officer, PersonForm.of("测检1", "测试在检", "Ce Shi", Sex.MALE, Category.PROBATION))
                .orThrow();
        person = world.services.people().find(officer, id).orElseThrow();
        WEB.jdbi()
                .useTransaction(handle -> new Outbox(Instant::now)
                        .send(
                                handle,
                                officer.id(),
                                person,
                                NoticeKind.REPRIMAND,
                                NoticeBody.on(world.today()).because("迟到报告")));
        procurator = WEB.signedIn(county, Role.PROCURATOR);
    }

    @Test
    void readsTheFileAndTheExchangeOfTheCounty() {
        assertThat(procurator.get("/people").body()).contains("测试在检");
        assertThat(procurator.get("/people/" + person.id()).body())
                .contains("测试在检", "训诫通报")
                .doesNotContain("/edit\"", "/tracks\"");
        assertThat(procurator.get("/people/" + person.id() + "/bases").statusCode())
                .isEqualTo(200);
        assertThat(procurator.get("/people/" + person.id() + "/exchange").body())
                .contains("训诫通报")
                .doesNotContain("发函");
        assertThat(procurator.get("/exchange").statusCode()).isEqualTo(200);
        assertThat(procurator.get("/exchange/outbox").body()).contains("测试在检", "迟到报告");
        long notice = WEB.jdbi()
                .withHandle(handle -> handle.createQuery("select max(notice_id) from supervision.exchange_notice")
                        .mapTo(Long.class)
                        .one());
        assertThat(procurator.get("/exchange/outbox/" + notice).body())
                .contains("迟到报告")
                .doesNotContain("登记已送达");
    }

    @Test
    void seesNothingOfAnotherCounty() {
        long elsewhere = world.person("测试别县");
        assertThat(procurator.get("/people/" + elsewhere).statusCode()).isEqualTo(404);
        assertThat(procurator.get("/people/" + elsewhere + "/exchange").statusCode())
                .isEqualTo(404);
    }

    @Test
    void readsNoTrack() {
        Map<String, Integer> answers = new TreeMap<>();
        WEB.web().guarded().forEach((operation, permission) -> {
            boolean ofWhereabouts = permission == Permission.VIEW_TRACKS
                    || permission == Permission.ASK_PLACES
                    || permission == Permission.VIEW_LIVE;
            if (ofWhereabouts && operation.startsWith("GET ") && !operation.equals("GET /")) {
                answers.put(operation, procurator.get(path(operation)).statusCode());
            }
        });
        assertThat(answers).hasSizeGreaterThan(10);
        assertThat(answers.values()).containsOnly(403);
        assertThat(procurator.get("/").headers().firstValue("location")).contains("/start");
    }

    @Test
    void everyFormIsRefused() {
        Map<String, Integer> answers = new TreeMap<>();
        WEB.web().guarded().forEach((operation, permission) -> {
            boolean own = permission == Permission.SIGNED_IN; // their own password and language
            if (!operation.startsWith("GET ") && !own) {
                String path = path(operation);
                String method = operation.substring(0, operation.indexOf(' '));
                answers.put(
                        operation,
                        path.startsWith("/api/")
                                ? procurator.json(method, path, "{}").statusCode()
                                : procurator.post(path, Map.of()).statusCode());
            }
        });
        assertThat(answers).hasSizeGreaterThan(60);
        assertThat(answers.entrySet().stream().filter(answer -> answer.getValue() != 403))
                .isEmpty();
    }

    private static String path(String operation) {
        return operation.substring(operation.indexOf(' ') + 1).replaceAll("\\{\\w+}", Long.toString(person.id()));
    }
}
