package org.guitu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Role;
import org.guitu.web.access.Staff;
import org.guitu.web.lifecycle.CaseStep;
import org.guitu.web.lifecycle.StepForm;
import org.guitu.web.orders.PlanForm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Nobody reaches what another county keeps: every route that names a thing is walked by someone who may do everything, elsewhere. A route
 * to a new kind of thing must be named in {@link #THINGS}; what lies below a person needs no entry.
 */
class ScopeIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** Which thing the first parameter of a path names, by what stands before it. */
    private static final Map<String, String> THINGS = Map.ofEntries(
            Map.entry("/people/", "person"),
            Map.entry("/api/v1/people/", "person"),
            Map.entry("/desk/people/", "person"),
            Map.entry("/devices/", "device"),
            Map.entry("/api/v1/devices/", "device"),
            Map.entry("/alerts/", "alert"),
            Map.entry("/desk/alerts/", "alert"),
            Map.entry("/api/v1/alerts/", "alert"),
            Map.entry("/findings/", "finding"),
            Map.entry("/api/v1/findings/", "finding"),
            Map.entry("/authorisations/", "authorisation"),
            Map.entry("/api/v1/authorisations/", "authorisation"),
            Map.entry("/protected/", "protected"),
            Map.entry("/places/near/", "near"),
            Map.entry("/places/meetings/", "meetings"),
            Map.entry("/place-groups/", "group"),
            Map.entry("/worklist/sensitive/", "period"),
            Map.entry("/education/courses/", "course"),
            Map.entry("/education/sessions/", "session"),
            Map.entry("/exchange/partners/", "partner"),
            Map.entry("/exchange/outbox/", "notice"),
            Map.entry("/exchange/inbox/", "message"),
            Map.entry("/roster/import/", "import"),
            Map.entry("/resettlement/bases/", "base"),
            Map.entry("/resettlement/inmates/", "inmate"),
            Map.entry("/staff/", "staff"),
            Map.entry("/organisations/", "organisation"));

    /** Figures of the law, kinds of paper and of ledger are the same for everybody: whose is looked at, the reader's place says. */
    private static final List<String> NOBODYS = List.of("/limits/figures/", "/paper-templates/", "/ledgers/");

    /** What a program must say with a question about positions. */
    private static final String ASKED = "?purpose=OTHER&reason=test&from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z";

    private static final Map<String, Long> IDS = new TreeMap<>();

    private static CaseWorld world;
    private static Browser owner;
    private static Browser stranger;

    @BeforeAll
    static void fillTwoCounties() {
        world = new CaseWorld(WEB, "测试甲所");
        Organisation elsewhere = WEB.county(WEB.root(), "测试乙县");
        Staff everything = WEB.member(world.county, Role.values());
        owner = world.browser(everything);
        stranger = WEB.signedIn(elsewhere, Role.values());
        long person = world.person("测试围墙");
        long device = world.bracelet();
        world.services.devices().assign(world.officer, device, person, "").orThrow();
        IDS.put("person", person);
        IDS.put("device", device);
        IDS.put("staff", world.officer.id());
        IDS.put("organisation", world.office.id());
        IDS.put("zone", last(post("/people/" + person + "/zones/new", zone())));
        IDS.put("rule", last(post("/people/" + person + "/rules/new", reportEvery())));
        IDS.put(
                "basis",
                world.services
                        .orders()
                        .plan(
                                world.officer,
                                person,
                                PlanForm.random(world.today(), world.today().plusDays(60), 3, "08:00", "20:00"))
                        .orThrow());
        IDS.put("group", last(post("/place-groups", Map.of("name", "测试学校类"))));
        IDS.put("finding", insert("""
                insert into telemetry.finding (subject_id, kind, started_at, confirmed_at, raised_at, book_version)
                values (:person, 'SOS', now(), now(), now(), 1) returning finding_id""", everything));
        IDS.put("alert", insert("""
                insert into supervision.alert (person_id, kind, severity, started_at, confirmed_at, raised_at, depth_m, fixes, retrospective)
                values (:person, 'SOS', 'SERIOUS', now(), now(), now(), 0, 1, false) returning alert_id""", everything));
        IDS.put("authorisation", insert("""
                insert into supervision.authorisation_application (person_id, ground, evidence, first_day, last_day, applied_at, applied_by)
                values (:person, 'REFUSED_TO_REPORT', '测试', current_date, current_date, now(), :staff) returning application_id""", everything));
        IDS.put("protected", insert("""
                insert into supervision.protected_person (organisation_id, name, recorded_by)
                values (%d, '测试围墙', :staff) returning protected_id""".formatted(world.office.id()), everything));
        IDS.put("period", insert("""
                insert into supervision.sensitive_period (organisation_id, name, first_day, last_day, check_every_days, recorded_by)
                values (%d, '测试敏感期', current_date, current_date + 5, 7, :staff) returning period_id""".formatted(world.county.id()), everything));
        IDS.put("course", insert("""
                insert into supervision.course (organisation_id, title, subject, recorded_by)
                values (%d, '测试课程', 'LAW', :staff) returning course_id""".formatted(world.office.id()), everything));
        IDS.put("session", insert("""
                insert into supervision.course_session (course_id, organisation_id, starts_at, minutes, place, secret, recorded_by)
                values (%d, %d, now(), 60, '测试教室', '\\x00', :staff) returning session_id""".formatted(IDS.get("course"), world.office.id()), everything));
        IDS.put("import", insert("""
                insert into supervision.roster_import (staff_id, digest, content)
                values (:staff, 'test', convert_to('案件编号,姓名', 'UTF8')) returning import_id""", everything));
        IDS.put("base", insert("""
                insert into supervision.resettlement_base (organisation_id, name, kind, capacity, recorded_by)
                values (%d, '测试基地', 'WORK', 10, :staff) returning base_id""".formatted(world.office.id()), everything));
        IDS.put("inmate", insert("""
                insert into supervision.inmate (organisation_id, source, name, sex, expected_on, received_on, verify_by, recorded_by)
                values (%d, '测试监狱', '测试将释', 'MALE', current_date + 30, current_date, current_date + 10, :staff)
                returning inmate_id""".formatted(world.office.id()), everything));
        exchange(everything);
        IDS.put("near", question(everything, "NEAR"));
        IDS.put("meetings", question(everything, "MEETINGS"));
    }

    /** A notice that went out because somebody was lost, and a letter that came in about the same person. */
    private static void exchange(Staff who) {
        long person = IDS.get("person");
        for (CaseStep step : List.of(CaseStep.LOST, CaseStep.FOUND)) {
            world.services
                    .lifecycle()
                    .take(world.officer, person, step, StepForm.on(world.today(), ""))
                    .orThrow();
        }
        IDS.put(
                "notice",
                insert("select min(notice_id) from supervision.exchange_notice where person_id = :person", who));
        IDS.put("partner", insert("""
                insert into supervision.partner (organisation_id, kind, name, code, own_code, base_url, public_key, key_id, recorded_by)
                values (%d, 'POLICE', '测试公安', 'police-a', 'county-a', 'https://police.example', 'x', 'k', :staff)
                returning partner_id""".formatted(world.county.id()), who));
        IDS.put("message", insert("""
                insert into supervision.exchange_message (partner_id, message_id, kind, sequence, created_at, received_at, content,
                       signature, digest, about, body, person_id)
                select %d, gen_random_uuid(), 'LETTER', 1, now(), now(), '\\x00', '', '', about, body, person_id
                  from supervision.exchange_notice where person_id = :person limit 1 returning inbox_id""".formatted(IDS.get("partner")), who));
    }

    @Test
    void everyRouteToAThingOfAnotherCountyEndsBeforeIt() {
        List<String> open = new ArrayList<>();
        for (String route : WEB.web().guarded().keySet()) {
            Optional<String> path = path(route);
            if (path.isEmpty()) {
                continue;
            }
            HttpResponse<String> answer = send(stranger, method(route), path.get());
            int status = answer.statusCode();
            boolean closed = method(route).equals("GET")
                    ? status == 403 || status == 404 || askedAnew(answer, path.get())
                    : status == 400 || status == 403 || status == 404 || status == 422;
            if (!closed) {
                open.add(status + " " + method(route) + " " + path.get());
            }
        }

        assertThat(open).isEmpty();
    }

    /** The same things are there for their own county: the walk above does not knock at doors that lead nowhere. */
    @Test
    void theSameThingsAreThereForTheirOwnCounty() {
        List<String> closed = new ArrayList<>();
        int walked = 0;
        for (String route : WEB.web().guarded().keySet()) {
            Optional<String> path = path(route);
            if (!method(route).equals("GET") || path.isEmpty() || path.get().contains("/0")) {
                continue;
            }
            walked++;
            int status = send(owner, "GET", path.get()).statusCode();
            if (status == 403 || status == 404 || status >= 500) {
                closed.add(status + " " + path.get());
            }
        }

        assertThat(walked).isGreaterThan(25);
        assertThat(closed).isEmpty();
    }

    @Test
    void listsOfAnotherCountyHoldNothingOfOurs() {
        for (String route : WEB.web().guarded().keySet()) {
            if (route.startsWith("GET /")
                    && !route.contains("{")
                    && !route.contains("/live")
                    && !route.contains("/acting")) {
                assertThat(stranger.get(route.substring(4)).body())
                        .as(route)
                        .doesNotContain("测试围墙", "测试甲所", world.officer.name());
            }
        }
    }

    @Test
    void fileMovesWithThePersonAndAllItsHistory() {
        long person = world.person("测试迁走");
        Organisation other = WEB.below(world.county, "测试丙所");
        Browser old = world.browser(world.officer);
        Browser fresh = WEB.signedIn(other, Role.OFFICER);
        String zone = "/people/" + person + "/zones/" + last(post("/people/" + person + "/zones/new", zone()));
        String file = "/people/" + person;
        assertThat(old.get(file).statusCode()).isEqualTo(200);
        assertThat(fresh.get(file).statusCode()).isEqualTo(404);

        world.services
                .people()
                .assign(WEB.member(world.county, Role.DECIDER), person, Long.toString(other.id()), "")
                .orThrow();

        for (String path : List.of(file, file + "/timeline", file + "/bases", zone, "/api/v1" + file)) {
            assertThat(old.get(path).statusCode()).as("old " + path).isEqualTo(404);
            assertThat(fresh.get(path).statusCode()).as("new " + path).isEqualTo(200);
        }
        assertThat(old.get("/people?q=测试迁走").body()).doesNotContain("/people/" + person + "\"");
        assertThat(fresh.get("/people").body()).contains("测试迁走");
        assertThat(fresh.get(file + "/timeline").body()).contains("建立档案", "划定区域", "由测试丙所负责");
    }

    /** The path with the ids of what was made above; nested ids nobody made are 0. Empty for a route that names nothing of anybody's. */
    private static Optional<String> path(String route) {
        String path = route.substring(route.indexOf(' ') + 1);
        Matcher parameter = PARAMETER.matcher(path);
        if (!parameter.find() || NOBODYS.stream().anyMatch(beginning -> path.startsWith(beginning))) {
            return Optional.empty();
        }
        String before = path.substring(0, parameter.start());
        assertThat(THINGS).as("say in ScopeIT what " + path + " names").containsKey(before);
        String filled = before + IDS.get(THINGS.get(before)) + path.substring(parameter.end());
        return Optional.of(
                PARAMETER.matcher(filled).replaceAll(nested -> Long.toString(IDS.getOrDefault(nested.group(1), 0L))));
    }

    /** Answers to questions about places are shown to nobody but who asked: others are led to the empty form. */
    private static boolean askedAnew(HttpResponse<String> answer, String path) {
        return answer.headers()
                .firstValue("location")
                .filter(location -> path.startsWith(location + "/"))
                .isPresent();
    }

    private static HttpResponse<String> send(Browser who, String method, String path) {
        if (method.equals("GET")) {
            return who.get(
                    path.startsWith("/api/")
                            ? path + ASKED
                            : path.endsWith("/rules/new") ? path + "?kind=REPORT_EVERY" : path);
        }
        return path.startsWith("/api/") ? who.json(method, path, "{}") : who.post(path, Map.of());
    }

    private static String method(String route) {
        return route.substring(0, route.indexOf(' '));
    }

    private static HttpResponse<String> post(String path, Map<String, String> form) {
        HttpResponse<String> made = owner.post(path, form);
        assertThat(made.statusCode()).as(path).isEqualTo(303);
        return made;
    }

    /** The number a redirect ends with. */
    private static long last(HttpResponse<String> made) {
        String location = made.headers().firstValue("location").orElseThrow().replaceAll("\\?.*", "");
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    private static Map<String, String> zone() {
        return Map.of("name", "测试围墙内", "kind", "KEEP_OUT", "area", CaseWorld.SQUARE, "always", "on");
    }

    private static Map<String, String> reportEvery() {
        return Map.of(
                "kind",
                "REPORT_EVERY",
                "fixMinutes",
                "10",
                "sendMinutes",
                "10",
                "bufferMinutes",
                "15",
                "always",
                "on",
                "timeZone",
                "Asia/Shanghai");
    }

    private static long question(Staff who, String kind) {
        boolean near = kind.equals("NEAR");
        return insert(
                """
                insert into supervision.place_question (staff_id, kind, purpose, reason, period_from, period_to, organisation_id, latitude,
                       longitude, radius_m, apart_m, lasts_min, asked_at)
                values (:staff, '%s', 'OTHER', '测试', now() - interval '1 hour', now(), %d, %s, now()) returning question_id""".formatted(kind, world.county.id(), near ? "31, 121, 100, null, null" : "null, null, null, 50, 10"),
                who);
    }

    private static long insert(String sql, Staff who) {
        return WEB.jdbi().withHandle(handle -> {
            var query = handle.createQuery(sql);
            if (sql.contains(":person")) {
                query.bind("person", IDS.get("person"));
            }
            if (sql.contains(":staff")) {
                query.bind("staff", who.id());
            }
            return query.mapTo(Long.class).one();
        });
    }
}
