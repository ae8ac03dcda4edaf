package org.guitu.web.zones;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guitu.ingest.store.Partitions;
import org.guitu.web.Browser;
import org.guitu.web.CaseWorld;
import org.guitu.web.WebFixture;
import org.guitu.web.people.Category;
import org.guitu.web.people.PersonForm;
import org.guitu.web.people.Sex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a zone would have raised, asked of a person-month of stored positions. */
class ZonePreviewIT {

    @RegisterExtension
    static final WebFixture WEB = new WebFixture();

    private static final int MINUTES = 43_200;

    private static CaseWorld world;
    private static Browser browser;

    @BeforeAll
    static void openTheOffice() {
        world = new CaseWorld(WEB, "测试预览所");
        browser = world.browser(world.officer);
    }

    /** A month at one point a minute: at home, but two hours of every tenth day some 600 m inside the square. */
    private static long walked(String name) {
        long id = world.person(name);
        long device = world.bracelet();
        Instant from = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(MINUTES - 1));
        Set<java.time.LocalDate> days = IntStream.rangeClosed(0, 31)
                .mapToObj(day -> Partitions.day(from.plus(Duration.ofDays(day))))
                .collect(Collectors.toSet());
        new Partitions(WEB.database(), Duration.ofDays(400)).ensure(days, Instant.now());
        WEB.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        insert into telemetry.position (device_id, fix_time, content_hash, subject_id, received_at, latitude, longitude, located,
                               accuracy_m, satellites, source, alarms, marks)
                        select :device, :from::timestamptz + n * interval '1 minute', n, :subject, :from::timestamptz + n * interval '1 minute',
                               case when n % 14400 between 5000 and 5119 then 31.005 else 31.05 end, 121.005, true, 8, 11, 1, 0, 0
                          from generate_series(0, :minutes - 1) n""")
                        .bind("device", device)
                        .bind("subject", id)
                        .bind("from", from)
                        .bind("minutes", MINUTES)
                        .execute());
        return id;
    }

    @Test
    void previewFindsWhatTheStoredTrackDidAndSavesNothing() {
        long id = walked("测试预览");
        long began = System.nanoTime();
        HttpResponse<String> answer = browser.post("/people/" + id + "/zones/new", form());
        System.out.printf("preview of %,d stored positions: %d ms%n", MINUTES, (System.nanoTime() - began) / 1_000_000);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "会有 3 次发现",
                        "进入禁止区域",
                        "2 小时 0 分钟",
                        "最深进入 4",
                        "共有 719 小时 59 分钟（99.9% 的时间）知道此人在哪里",
                        "value=\"测试禁区\"",
                        "\"points\":[{");
        assertThat(world.services.zones().list(world.officer, id)).isEmpty();
        assertThat(world.count("supervision.audit", "subject_id = :id and action = 'zones.preview'", id))
                .isEqualTo(1);
    }

    @Test
    void programIsToldTheSame() {
        long id = walked("测试接口预览");
        HttpResponse<String> answer =
                browser.json("POST", "/api/v1/people/" + id + "/zones/preview", """
                {"name":"测试禁区","kind":"KEEP_OUT","area":%s,"approachM":200}""".formatted(CaseWorld.SQUARE));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body().split("\"EXCLUSION\"", -1)).hasSize(4);
        assertThat(answer.body()).contains("\"observedShare\":0.99", "\"depthM\":4");
    }

    @Test
    void silenceIsSaidToBeUnknown() {
        long id = world.person("测试无轨迹");
        String page = browser.post("/people/" + id + "/zones/new", form()).body();
        assertThat(page).contains("不会有任何发现", "这段时间没有收到任何定位");
    }

    @Test
    void badFormIsRefusedBeforeAnythingIsLookedAt() {
        long id = world.person("测试预览错");
        Map<String, String> form = form();
        form.put("area", CaseWorld.BOW_TIE);
        HttpResponse<String> answer = browser.post("/people/" + id + "/zones/new", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("区域的边线自己交叉了");
        assertThat(world.count("supervision.audit", "subject_id = :id and action = 'zones.preview'", id))
                .isZero();
    }

    @Test
    void strangersAndReleasedPeopleAreNotLookedAt() {
        long id = world.person("测试外人");
        Browser stranger = world.browser(world.officer(WEB.below(WEB.root(), "测试另一所")));
        assertThat(stranger.post("/people/" + id + "/zones/new", form()).statusCode())
                .isEqualTo(404);
        String order = "{\"name\":\"测试\",\"kind\":\"KEEP_OUT\",\"area\":" + CaseWorld.SQUARE + "}";
        assertThat(stranger.json("POST", "/api/v1/people/" + id + "/zones/preview", order)
                        .statusCode())
                .isEqualTo(404);
        long released = world.services
                .people()
                .create(world.officer, PersonForm.of("刑满-预览", "测试刑满", "Ce Shi", Sex.MALE, Category.RELEASED))
                .orThrow();
        HttpResponse<String> answer = browser.json("POST", "/api/v1/people/" + released + "/zones/preview", order);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("此人已刑满释放");
        assertThat(world.count("supervision.audit", "subject_id = :id and action = 'zones.preview'", released))
                .isZero();
    }

    private static Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", "测试禁区");
        form.put("kind", "KEEP_OUT");
        form.put("area", CaseWorld.SQUARE);
        form.put("always", "on");
        form.put("do", "preview");
        return form;
    }
}
