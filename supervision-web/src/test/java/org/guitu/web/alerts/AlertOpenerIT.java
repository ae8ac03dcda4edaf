package org.guitu.web.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.ingest.PostgresFixture;
import org.guitu.ingest.feed.Feed;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.DatabaseConfig;
import org.guitu.web.access.SupervisionSchema;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Findings become alerts, each once, whatever dies. */
class AlertOpenerIT {

    @RegisterExtension
    static final PostgresFixture POSTGRES = PostgresFixture.prepared("web", url -> {
        try (Database database = Database.open(DatabaseConfig.of(url))) {
            database.migrate();
            SupervisionSchema.migrate(database.dataSource());
        }
    });

    private static final Instant T0 = Instant.parse("2026-05-04T01:00:00Z");

    private static Database database;
    private static Town town;
    private static long people = 100;

    private final long person = ++people;
    private AlertOpener opener = opener();

    @BeforeAll
    static void open() {
        database = Database.open(DatabaseConfig.of(POSTGRES.url()));
        town = new Town(database.jdbi());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** What one test left behind is read before the next begins. */
    @AfterEach
    void drain() {
        opener.catchUp();
    }

    private static AlertOpener opener() {
        return new AlertOpener(database.jdbi(), new Feed(database), InstantSource.system());
    }

    private static Instant at(int minute) {
        return T0.plus(Duration.ofMinutes(minute));
    }

    /** The person's alerts, oldest first, in a line each. */
    private List<String> alerts() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select a.*, (select string_agg(s.kind, ',' order by s.step_id) from supervision.alert_step s
                            where s.alert_id = a.alert_id) as steps
                        from supervision.alert a where person_id = :person order by alert_id
                        """)
                        .bind("person", person)
                        .map((rs, context) -> "%s %s%s%s x%d %s"
                                .formatted(
                                        rs.getString("kind"),
                                        rs.getTimestamp("withdrawn_at") != null
                                                ? "withdrawn"
                                                : rs.getTimestamp("ended_at") == null ? "lasting" : "ended",
                                        rs.getBoolean("retrospective") ? " late" : "",
                                        rs.getTimestamp("rings_at") == null ? " silent" : "",
                                        rs.getInt("occurrences"),
                                        rs.getString("steps")))
                        .list());
    }

    @Test
    void aFindingOpensAnAlertAndItsEndEndsIt() {
        long finding = town.finding(person, FindingKind.EXCLUSION, 7L, at(0), null, false);
        opener.catchUp();
        assertThat(alerts()).containsExactly("EXCLUSION lasting x1 OPENED");
        town.end(finding, at(5));
        opener.catchUp();
        assertThat(alerts()).containsExactly("EXCLUSION ended x1 OPENED,ENDED");
    }

    @Test
    void whatHadEndedBeforeItsEvidenceCameIsRecordedWithoutASound() {
        town.finding(person, FindingKind.CURFEW, 7L, at(0), at(9), true);
        town.finding(person, FindingKind.TAMPER, null, at(0), at(1), true);
        opener.catchUp();
        assertThat(alerts()).containsExactly("CURFEW ended late silent x1 OPENED", "TAMPER ended late x1 OPENED");
    }

    @Test
    void repeatsOfOneCauseMergeWithinHalfAnHour() {
        long first = town.finding(person, FindingKind.EXCLUSION, 7L, at(0), null, false);
        opener.catchUp();
        town.end(first, at(5));
        opener.catchUp();
        town.finding(person, FindingKind.EXCLUSION, 7L, at(30), at(31), false);
        opener.catchUp();
        town.finding(person, FindingKind.EXCLUSION, 8L, at(32), null, false);
        town.finding(person, FindingKind.EXCLUSION, 7L, at(62), null, false);
        opener.catchUp();
        assertThat(alerts())
                .containsExactly(
                        "EXCLUSION ended x2 OPENED,ENDED,RECURRED",
                        "EXCLUSION lasting x1 OPENED",
                        "EXCLUSION lasting x1 OPENED");
    }

    @Test
    void aResolvedAlertIsNotReopened() {
        town.finding(person, FindingKind.EXCLUSION, 7L, at(0), at(5), false);
        opener.catchUp();
        database.jdbi().useHandle(h -> h.execute("""
                        update supervision.alert set state = 'RESOLVED', acknowledged_by = 1, acknowledged_at = now(), resolved_by = 1,
                            resolved_at = now(), outcome = 'TRUE' where person_id = ?
                        """, person));
        town.finding(person, FindingKind.EXCLUSION, 7L, at(10), null, false);
        opener.catchUp();
        assertThat(alerts()).containsExactly("EXCLUSION ended x1 OPENED", "EXCLUSION lasting x1 OPENED");
    }

    @Test
    void aFindingTakenBackIsShownAsWithdrawn() {
        long finding = town.finding(person, FindingKind.EXCLUSION, 7L, at(0), null, false);
        opener.catchUp();
        town.retract(finding);
        opener.catchUp();
        assertThat(alerts()).containsExactly("EXCLUSION withdrawn x0 OPENED,WITHDRAWN");
        town.change(finding, "standing = true");
        opener.catchUp();
        assertThat(alerts()).containsExactly("EXCLUSION lasting x1 OPENED,WITHDRAWN,RESUMED");
    }

    @Test
    void aFindingTakenBackBeforeAnybodyWasToldIsNoAlert() {
        long finding = town.finding(person, FindingKind.EXCLUSION, 7L, at(0), null, false);
        town.retract(finding);
        opener.catchUp();
        assertThat(alerts()).isEmpty();
    }

    @Test
    void oneOfTwoFindingsTakenBackLeavesTheOther() {
        long first = town.finding(person, FindingKind.EXCLUSION, 7L, at(0), at(5), false);
        long second = town.finding(person, FindingKind.EXCLUSION, 7L, at(10), null, false);
        opener.catchUp();
        town.change(second, "standing = false, merged_into = " + first);
        opener.catchUp();
        assertThat(alerts()).containsExactly("EXCLUSION ended x1 OPENED,RECURRED,ENDED");
    }

    @Test
    void whatWasToldQuietlyAndTurnsOutToLastRings() {
        long finding = town.finding(person, FindingKind.EXCLUSION, 7L, at(0), at(5), true);
        opener.catchUp();
        assertThat(alerts()).containsExactly("EXCLUSION ended late silent x1 OPENED");
        town.change(finding, "ended_at = null, retrospective = false");
        opener.catchUp();
        assertThat(alerts()).containsExactly("EXCLUSION lasting x1 OPENED,RESUMED");
    }

    @Test
    void aFindingSplitOffStaysWithItsAlert() {
        long finding = town.finding(person, FindingKind.CURFEW, 7L, at(0), at(90), false);
        opener.catchUp();
        town.end(finding, at(5));
        long split = town.finding(person, FindingKind.CURFEW, 7L, at(80), at(90), false);
        town.change(split, "split_from = " + finding);
        opener.catchUp();
        assertThat(alerts()).containsExactly("CURFEW ended x2 OPENED,RECURRED");
    }

    @Test
    void aFindingAboutTwoPeopleIsAnAlertAboutTheFirst() {
        long other = ++people;
        long pair = town.pair("KEEP_AWAY", person, other);
        town.finding(pair, FindingKind.PROXIMITY, 7L, at(0), null, false);
        long devices = town.pair("STAY_TOGETHER", person, person);
        town.finding(devices, FindingKind.SEPARATION, 8L, at(0), null, false);
        opener.catchUp();
        assertThat(alerts()).containsExactly("PROXIMITY lasting x1 OPENED", "SEPARATION lasting x1 OPENED");
        assertThat(column("other_person_id")).containsExactly(Long.toString(other), null);
    }

    @Test
    void anAlertNamesThePlaceOfAGroupThatItsNewestFindingIsAbout() {
        long first = town.finding(person, FindingKind.EXCLUSION, 7L, at(0), null, false);
        town.at(first, "测试一小");
        opener.catchUp();
        assertThat(column("place_name")).containsExactly("测试一小");
        town.end(first, at(5));
        town.at(town.finding(person, FindingKind.EXCLUSION, 7L, at(20), null, false), "测试二小");
        opener.catchUp();
        assertThat(alerts()).containsExactly("EXCLUSION lasting x2 OPENED,ENDED,RECURRED");
        assertThat(column("place_name")).containsExactly("测试二小");
    }

    @Test
    void everyKindOfFindingBecomesAnAlertOfItsSeverity() {
        for (FindingKind kind : FindingKind.values()) {
            town.finding(person, kind, 7L, at(0), null, false);
        }
        opener.catchUp();
        assertThat(column("kind || ' ' || severity"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FindingKind.values())
                        .map(kind -> kind + " " + Severity.of(kind))
                        .toList());
    }

    /** A column of the person's alerts, oldest first. */
    private List<String> column(String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select (" + sql
                                + ")::text from supervision.alert where person_id = :person order by alert_id")
                        .bind("person", person)
                        .map((row, context) -> row.getString(1))
                        .list());
    }

    @Test
    void aCrashBeforeTheCommitOpensNothingAndARestartOpensOnce() {
        town.finding(person, FindingKind.SOS, null, at(0), null, false);
        assertThatThrownBy(() -> database.jdbi().useTransaction(handle -> {
                    opener.batch(handle);
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");
        assertThat(alerts()).isEmpty();
        opener.catchUp();
        opener = opener();
        opener.catchUp();
        assertThat(alerts()).containsExactly("SOS lasting x1 OPENED");
    }

    @Test
    void twoOpenersAtOnceOpenOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            town.finding(person, FindingKind.EXCLUSION, 1000L + i, at(i), null, false);
        }
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> read = List.of(
                    two.submit(() -> {
                        go.await();
                        return opener().catchUp();
                    }),
                    two.submit(() -> {
                        go.await();
                        return opener().catchUp();
                    }));
            go.countDown();
            for (Future<Integer> one : read) {
                one.get();
            }
        }
        opener.catchUp();
        assertThat(alerts()).hasSize(40);
        assertThat(database.jdbi()
                        .withHandle((Handle h) -> h.createQuery(
                                        "select count(*) from supervision.alert_finding join supervision.alert using (alert_id) where person_id = :p")
                                .bind("p", person)
                                .mapTo(Integer.class)
                                .one()))
                .isEqualTo(40);
    }
}
