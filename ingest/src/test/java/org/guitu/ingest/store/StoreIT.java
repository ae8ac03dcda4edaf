package org.guitu.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.guitu.ingest.PostgresFixture;
import org.guitu.ingest.TestIngest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Partitions, the record of our own uptime, tracks. */
class StoreIT {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static final Duration PATIENT = Duration.ofHours(1);

    @RegisterExtension
    static final PostgresFixture POSTGRES = PostgresFixture.prepared("telemetry", TestIngest::migrate);

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseConfig.of(POSTGRES.url()));
        database.jdbi().useHandle(handle -> handle.execute("delete from telemetry.uptime"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void daysWithinTheWindowGetAPartitionAndWildOnesDoNot() throws Exception {
        Partitions partitions = new Partitions(database, Duration.ofDays(30));
        LocalDate today = LocalDate.of(2026, 11, 23);
        partitions.ensureAhead(NOW, 2);
        partitions.ensure(
                Set.of(today.minusDays(10), today.minusDays(31), LocalDate.of(2015, 1, 1), today.plusDays(40)), NOW);
        assertThat(partitionOf("2026-11-25T12:00:00Z", 1)).isEqualTo("position_p20261125");
        assertThat(partitionOf("2026-11-13T23:59:59Z", 2)).isEqualTo("position_p20261113");
        assertThat(partitionOf("2015-01-01T00:00:00Z", 3)).isEqualTo("position_default");
        assertThat(partitionOf("2026-10-23T00:00:00Z", 4)).isEqualTo("position_default");

        // The window grew: the day already has rows in the default partition, and stays there.
        new Partitions(database, Duration.ofDays(60)).ensure(Set.of(LocalDate.of(2026, 10, 23)), NOW);
        assertThat(partitionOf("2026-10-23T01:00:00Z", 5)).isEqualTo("position_default");
    }

    @Test
    void aGapBetweenBeatsIsOurOwnDowntime() {
        UptimeStore uptime = new UptimeStore(database.jdbi());
        long first = uptime.begin(NOW);
        uptime.beat(first, NOW.plusSeconds(10), PATIENT);
        long second = uptime.begin(NOW.plusSeconds(60));
        uptime.beat(second, NOW.plusSeconds(70), PATIENT);
        uptime.end(second, NOW.plusSeconds(71));
        long third = uptime.begin(NOW.plusSeconds(100));
        uptime.beat(third, NOW.plusSeconds(200), PATIENT);

        assertThat(uptime.downtimes(NOW.minusSeconds(10), NOW.plusSeconds(1000)))
                .containsExactly(
                        new UptimeStore.Downtime(NOW.plusSeconds(10), NOW.plusSeconds(60)),
                        new UptimeStore.Downtime(NOW.plusSeconds(71), NOW.plusSeconds(100)));
        assertThat(uptime.downtimes(NOW.plusSeconds(61), NOW.plusSeconds(72))).hasSize(1);
        assertThat(uptime.downtimes(NOW.plusSeconds(110), NOW.plusSeconds(120))).isEmpty();
    }

    @Test
    void whileAnyServerBeatsThereIsNoDowntimeWhereverOneBeginsToRead() {
        UptimeStore uptime = new UptimeStore(database.jdbi());
        Instant start = NOW.plus(Duration.ofDays(2));
        long lasting = uptime.begin(start);
        long brief = uptime.begin(start.plusSeconds(10));
        uptime.beat(brief, start.plusSeconds(20), PATIENT);
        uptime.beat(lasting, start.plusSeconds(100), PATIENT);
        uptime.begin(start.plusSeconds(60));
        uptime.begin(start.plusSeconds(130));
        uptime.begin(start.plusSeconds(150));
        var first = new UptimeStore.Downtime(start.plusSeconds(100), start.plusSeconds(130));
        var second = new UptimeStore.Downtime(start.plusSeconds(130), start.plusSeconds(150));
        for (int from : new int[] {1, 15, 30, 60, 99, 100, 129}) {
            assertThat(uptime.downtimes(start.plusSeconds(from), start.plusSeconds(200)))
                    .as("from %d s on", from)
                    .containsExactly(first, second);
        }
        assertThat(uptime.downtimes(start.plusSeconds(130), start.plusSeconds(200)))
                .containsExactly(second);
    }

    @Test
    void anOutageOfTheDatabaseIsOurOwnDowntimeThoughTheProgramRanOn() {
        UptimeStore uptime = new UptimeStore(database.jdbi());
        Instant start = NOW.plus(Duration.ofDays(1));
        Duration few = Duration.ofSeconds(10);
        long before = uptime.begin(start);
        assertThat(uptime.beat(before, start.plusSeconds(9), few)).isEqualTo(before);
        long after = uptime.beat(before, start.plusSeconds(109), few);
        assertThat(after).isNotEqualTo(before);
        assertThat(uptime.beat(after, start.plusSeconds(111), few)).isEqualTo(after);
        assertThat(uptime.downtimes(start.plusSeconds(1), start.plusSeconds(200)))
                .containsExactly(new UptimeStore.Downtime(start.plusSeconds(9), start.plusSeconds(109)));
    }

    @Test
    void aFailedStatementDoesNotRepeatWhatItWasGiven() {
        assertThatThrownBy(() -> database.jdbi()
                        .useHandle(handle -> handle.execute(
                                "insert into telemetry.device (protocol, identity, auth_code, datum)"
                                        + " values ('jt808', ?, ?, 'MARS')",
                                "13900001111",
                                "open-sesame")))
                .satisfies(failed -> {
                    StringWriter whole = new StringWriter();
                    failed.printStackTrace(new PrintWriter(whole));
                    assertThat(whole.toString())
                            .contains("device_datum_check")
                            .doesNotContain("open-sesame", "13900001111");
                });
    }

    @Test
    void aTrackIsInTheOrderOfDeviceTimeAndBounded() throws Exception {
        Instant from = Instant.parse("2026-11-20T00:00:00Z");
        PositionRow late = row(9, from.plusSeconds(20), 1);
        PositionRow early = row(8, from.plusSeconds(10), 2);
        PositionRow outside = row(8, from.plusSeconds(30), 3);
        database.jdbi()
                .useTransaction(handle -> assertThat(new PositionTable().insert(handle, List.of(early, outside, late)))
                        .hasSize(3));
        database.jdbi()
                .useTransaction(handle -> assertThat(new PositionTable().insert(handle, List.of(early, late)))
                        .isEmpty());
        Tracks tracks = new Tracks(database);
        assertThat(tracks.track(77, from, from.plusSeconds(30), 10))
                .extracting(TrackPoint::fixTime)
                .containsExactly(from.plusSeconds(10), from.plusSeconds(20));
        assertThat(tracks.track(77, from, from.plusSeconds(30), 1)).hasSize(1);
        assertThat(tracks.track(78, from, from.plusSeconds(30), 10)).isEmpty();
    }

    @Test
    void readingADayLocksThatDaysPartitionAlone() throws Exception {
        new Partitions(database, Duration.ofDays(30)).ensureAhead(NOW, 2);
        database.jdbi().useTransaction(handle -> {
            Instant from = Instant.parse("2026-11-24T01:00:00Z");
            try (PositionCursor cursor = new PositionCursor(handle, 77, from, from.plusSeconds(60), 10)) {
                assertThat(cursor.next()).isNull();
            }
            assertThat(handle.select(
                                    "select c.relname from pg_locks l join pg_class c on c.oid = l.relation"
                                            + " where l.pid = pg_backend_pid() and c.relkind = 'r' and c.relname like 'position_%'")
                            .mapTo(String.class)
                            .list())
                    .containsExactly("position_p20261124");
        });
    }

    private String partitionOf(String fixTime, long hash) throws Exception {
        database.jdbi()
                .useTransaction(handle ->
                        new PositionTable().insert(handle, List.of(row(1, Instant.parse(fixTime), hash))));
        return database.jdbi()
                .withHandle(handle -> handle.select(
                                "select replace(tableoid::regclass::text, 'telemetry.', '') from telemetry.position where content_hash = ? and device_id = 1",
                                hash)
                        .mapTo(String.class)
                        .one());
    }

    private static PositionRow row(long device, Instant at, long hash) {
        return new PositionRow(
                device, at, hash, 77, at, 31.2, 121.4, true, 8f, null, null, null, 9, 1.5f, 50f, 1, 0, 0);
    }
}
