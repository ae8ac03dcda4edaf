package org.guitu.web.people;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.guitu.ingest.PostgresFixture;
import org.guitu.ingest.postgres.LocalCluster;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.DatabaseConfig;
import org.guitu.web.Browser;
import org.guitu.web.WebAssembly;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Passwords;
import org.guitu.web.access.Role;
import org.guitu.web.access.StaffStore;
import org.guitu.web.access.SupervisionSchema;
import org.guitu.web.http.WebConfig;

/**
 * How long do search, list and a person's page take over HTTP with many people on the books?
 *
 * <p>{@code ./guitu bench people [people] [rounds]}; each question is asked so many times with other words each time, after as many that are not counted.
 */
public final class PeopleBench {

    private static final String PASSWORD = "invented words for a bench";

    /** Of one file. */
    private static final int LINES = 2_000;

    private PeopleBench() {}

    public static void main(String[] args) {
        int people = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        LocalCluster cluster = PostgresFixture.privateCluster();
        try {
            cluster.start();
            try (Database database = Database.open(DatabaseConfig.of(cluster.url()))) {
                database.migrate();
                SupervisionSchema.migrate(database.dataSource());
                run(database, people, rounds);
            }
        } finally {
            cluster.delete();
        }
    }

    private static void run(Database database, int people, int rounds) {
        long begin = System.nanoTime();
        List<Organisation> all = Crowd.offices(database.jdbi());
        List<Organisation> offices = all.stream()
                .filter(one -> one.level() == Organisation.Level.OFFICE)
                .toList();
        staff(database, all.getFirst(), "city");
        staff(database, offices.getFirst(), "office");
        Crowd.settle(database.jdbi(), offices, people, 1);
        System.out.printf("%d people made in %.1f s%n", people, (System.nanoTime() - begin) / 1e9);
        try (WebAssembly web = WebAssembly.start(
                WebConfig.defaults().withHost("127.0.0.1").withPort(0),
                database,
                Instant::now,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                () -> true)) {
            for (String user : List.of("city", "office")) {
                Browser browser = new Browser("http://localhost:" + web.port());
                browser.signIn(user, PASSWORD);
                questions(browser, user, people, rounds);
                if (user.equals("office")) {
                    load(browser, LINES);
                }
            }
        }
    }

    private static void questions(Browser browser, String user, int people, int rounds) {
        String[] surnames = {"wang", "li", "zhang", "liu", "chen", "yang", "huang", "zhao", "wu", "zhou"};
        String[] characters = {"王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周"};
        measure(browser, user, "list, first page", rounds, i -> "/people?n=" + i);
        measure(
                browser,
                user,
                "list by state and class",
                rounds,
                i -> "/people?state=AWAITING_REPORT&class=STRICT&n=" + i);
        measure(browser, user, "list, page from the middle", rounds, i -> "/people?after=" + (1 + i * 911 % people));
        measure(browser, user, "surname, pinyin", rounds, i -> search(surnames[i % 10]));
        measure(browser, user, "surname, character", rounds, i -> search(characters[i % 10]));
        measure(browser, user, "one letter", rounds, i -> search(Character.toString('a' + i % 26)));
        measure(browser, user, "reading of a name", rounds, i -> search(surnames[i % 10] + "weimin"));
        measure(browser, user, "initials", rounds, i -> search("yw" + (char) ('a' + i % 26)));
        measure(browser, user, "end of the case number", rounds, i -> search("%05d".formatted(i * 997 % people)));
        measure(
                browser,
                user,
                "last four of the identity",
                rounds,
                i -> search("%03d%d".formatted(i * 7 % 1000, i % 10)));
        measure(browser, user, "two words", rounds, i -> search(characters[i % 10] + " " + i % 10));
        measure(browser, user, "nobody", rounds, i -> search("zzz" + i));
        measure(browser, user, "worklist of today", rounds, i -> "/worklist?n=" + i);
        measure(browser, user, "worklist, one's own people", rounds, i -> "/worklist?who=mine&n=" + i);
        if (user.equals("city")) {
            measure(browser, user, "a person's page", rounds, i -> "/people/" + (1 + i * 911 % people));
        }
    }

    /** A file of new people through the door a caseworker uses: looked through, shown, taken over. */
    private static void load(Browser browser, int lines) {
        StringBuilder file = new StringBuilder("案件编号,姓名,性别,矫正类别,管理等级,出生日期\r\n");
        for (int i = 0; i < lines; i++) {
            file.append("演入-")
                    .append(i)
                    .append(",演")
                    .append((char) (0x4E00 + i % 3_000))
                    .append((char) (0x5000 + i / 3_000));
            file.append(",男,缓刑,普管,")
                    .append(LocalDate.of(1970, 1, 1).plusDays(i))
                    .append("\r\n");
        }
        long begin = System.nanoTime();
        HttpResponse<String> kept = browser.upload(
                "/roster/import", Map.of(), "file", file.toString().getBytes(StandardCharsets.UTF_8));
        String trial = kept.headers().firstValue("location").orElseThrow();
        long shown = System.nanoTime();
        require(browser.get(trial), 200);
        long apply = System.nanoTime();
        require(browser.post(trial, Map.of("similar", "on")), 303);
        System.out.printf(
                Locale.ROOT,
                "%d lines looked through in %.1f s, shown in %.1f s, taken over in %.1f s%n",
                lines,
                (shown - begin) / 1e9,
                (apply - shown) / 1e9,
                (System.nanoTime() - apply) / 1e9);
    }

    private static void require(HttpResponse<String> response, int status) {
        if (response.statusCode() != status) {
            throw new IllegalStateException(response.uri() + " answered " + response.statusCode());
        }
    }

    private static String search(String words) {
        return "/people?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static void measure(Browser browser, String user, String what, int rounds, IntFunction<String> path) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 2 * rounds; i++) {
            long begin = System.nanoTime();
            require(browser.get(path.apply(i)), 200);
            if (i >= rounds) {
                millis.add((System.nanoTime() - begin) / 1e6);
            }
        }
        millis.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%-7s %-28s p50 %6.1f ms  p95 %6.1f ms  max %6.1f ms%n",
                user,
                what,
                millis.get(rounds / 2),
                millis.get(rounds * 95 / 100),
                millis.getLast());
    }

    private static void staff(Database database, Organisation place, String userName) {
        String hash = new Passwords().hash(PASSWORD);
        StaffStore store = new StaffStore();
        database.jdbi().useTransaction(handle -> {
            long id = store.insert(handle, place.id(), userName, "演练" + userName, hash, Instant.now());
            store.setPassword(handle, id, hash, Optional.empty());
            store.setRoles(handle, id, Set.of(Role.OFFICER), Optional.empty());
        });
    }
}
