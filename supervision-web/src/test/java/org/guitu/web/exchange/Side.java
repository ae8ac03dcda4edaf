package org.guitu.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.guitu.web.people.Category;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.Sex;

/** One Guitu of an exchange: its people, its administrator who registers the other, and what its boxes hold. */
final class Side {

    final WebFixture web;
    final CaseWorld world;
    final Browser administrator;
    final Browser decider;

    Side(WebFixture web, String officeName) {
        this.web = web;
        world = new CaseWorld(web, officeName);
        administrator = web.signedIn(web.root(), Role.ADMINISTRATOR);
        decider = web.signedIn(web.root(), Role.DECIDER);
    }

    /** Exchanging at a pace at which a test need not wait. */
    static ExchangeConfig config() {
        try {
            Path key = Files.createTempDirectory("guitu-exchange").resolve("key.json");
            return ExchangeConfig.defaults().withKeyFile(key).withPace(Duration.ofMillis(50), Duration.ofMillis(100));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The public key as its page shows it. */
    String ownKey() {
        Matcher key = Pattern.compile("<code>(\\{[^<]*\\})</code>")
                .matcher(administrator.get("/exchange/partners").body());
        assertThat(key.find()).isTrue();
        return key.group(1).replace("&#34;", "\"").replace("&quot;", "\"");
    }

    /** Registers the other as a partner by the form, as an administrator would; answers its id. */
    long register(Organisation place, PartnerKind kind, String code, String ownCode, String url, String key) {
        Map<String, String> form = partner(place, kind, code, ownCode, url, key);
        var answer = administrator.post("/exchange/partners/new", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return web.jdbi()
                .withHandle(handle -> handle.createQuery("select max(partner_id) from supervision.partner")
                        .mapTo(Long.class)
                        .one());
    }

    static Map<String, String> partner(
            Organisation place, PartnerKind kind, String code, String ownCode, String url, String key) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("organisationId", Long.toString(place.id()));
        form.put("kind", kind.name());
        form.put("name", "测试" + code);
        form.put("code", code);
        form.put("ownCode", ownCode);
        form.put("baseUrl", url);
        form.put("publicKey", key);
        return form;
    }

    Person person(String name, String identityNumber) {
        PersonForm form = PersonForm.of("测案" + name, name, "Ce Shi", Sex.MALE, Category.PROBATION)
                .with("identityNumber", identityNumber);
        long id = world.services.people().create(world.officer, form).orThrow();
        return world.services.people().find(world.officer, id).orElseThrow();
    }

    /** What a feature does in the transaction of its act. */
    void send(Person person, NoticeKind kind, NoticeBody body, Collection<PartnerKind> recipients) {
        web.jdbi()
                .useTransaction(handle ->
                        new Outbox(Instant::now).send(handle, world.officer.id(), person, kind, body, recipients));
    }

    void send(Person person, NoticeKind kind) {
        send(
                person,
                kind,
                NoticeBody.on(world.today()).because("测试事由").document("测〔2026〕7号"),
                List.of(PartnerKind.PROCURATORATE));
    }

    List<String> notices(Person person) {
        return strings(
                "select state from supervision.exchange_notice where person_id = :id order by notice_id", person);
    }

    /** The duties of a kind: what proves that they were met, or {@code open}. */
    List<String> duty(Person person, String kind) {
        return web.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select case when met_at is null then 'open' else proof end from supervision.duty
                         where person_id = :id and kind = :kind and cancelled_at is null order by duty_id""")
                        .bind("id", person.id())
                        .bind("kind", kind)
                        .mapTo(String.class)
                        .list());
    }

    /** By the pages, as an officer and a decider of the county would; answers the measure. */
    long reprimanded(Person person) {
        String conduct = "/people/" + person.id() + "/conduct";
        Browser officer = world.browser(world.officer);
        Map<String, String> incident = Map.of(
                "kind",
                "LATE_REPORT",
                "gravity",
                "",
                "first",
                world.today().minusDays(3).toString(),
                "last",
                world.today().toString(),
                "note",
                "测试迟到");
        assertThat(officer.post(conduct + "/incidents/new", incident).statusCode())
                .isEqualTo(303);
        long incidentId = latest("select max(incident_id) from supervision.incident where person_id = :id", person);
        Map<String, String> proposal = Map.of("kind", "REPRIMAND", "incident", Long.toString(incidentId), "reason", "");
        assertThat(officer.post(conduct + "/proposals/new", proposal).statusCode())
                .isEqualTo(303);
        long proposalId =
                latest("select max(proposal_id) from supervision.conduct_proposal where person_id = :id", person);
        Map<String, String> decision = Map.of(
                "kind", "REPRIMAND", "decidedOn", world.today().toString(), "documentNumber", "测训1号", "reason", "测试理由");
        var decided = web.signedIn(world.county, Role.DECIDER)
                .post(conduct + "/proposals/" + proposalId + "/decide", decision);
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(303);
        return latest("select max(measure_id) from supervision.conduct_measure where person_id = :id", person);
    }

    private long latest(String sql, Person person) {
        return web.jdbi()
                .withHandle(handle -> handle.createQuery(sql)
                        .bind("id", person.id())
                        .mapTo(Long.class)
                        .one());
    }

    List<String> recipients(Person person) {
        return strings(
                "select recipient from supervision.exchange_notice where person_id = :id order by recipient", person);
    }

    private List<String> strings(String sql, Person person) {
        return web.jdbi()
                .withHandle(handle -> handle.createQuery(sql)
                        .bind("id", person.id())
                        .mapTo(String.class)
                        .list());
    }

    long noticeId(Person person) {
        return web.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select max(notice_id) from supervision.exchange_notice where person_id = :id")
                        .bind("id", person.id())
                        .mapTo(Long.class)
                        .one());
    }

    /** Kinds and sequences of what came in about somebody, in the order of arrival. */
    List<String> received(String name) {
        return web.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select kind || ' ' || sequence from supervision.exchange_message
                         where about ->> 'name' = :name order by inbox_id""")
                        .bind("name", name)
                        .mapTo(String.class)
                        .list());
    }

    long inboxId(String name) {
        return web.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select max(inbox_id) from supervision.exchange_message where about ->> 'name' = :name")
                        .bind("name", name)
                        .mapTo(Long.class)
                        .one());
    }
}
