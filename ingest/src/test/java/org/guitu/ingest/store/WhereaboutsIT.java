package org.guitu.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guitu.ingest.PostgresFixture;
import org.guitu.ingest.TestIngest;
import org.guitu.ingest.registry.BasisSpec;
import org.guitu.ingest.registry.DeviceSpec;
import org.guitu.ingest.registry.Registry;
import org.guitu.ingest.store.Whereabouts.Asked;
import org.guitu.ingest.store.Whereabouts.Pair;
import org.guitu.ingest.store.Whereabouts.Watched;
import org.guitu.protocols.report.Report.Mark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Questions to many tracks at once. A metre north is 1/110,852 of a degree here. */
class WhereaboutsIT {

    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
    private static final double LATITUDE = 30.0;
    private static final double LONGITUDE = 120.0;

    @RegisterExtension
    static final PostgresFixture POSTGRES = PostgresFixture.prepared("telemetry", TestIngest::migrate);

    private Database database;
    private Whereabouts whereabouts;
    private long hash;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseConfig.of(POSTGRES.url()));
        whereabouts = new Whereabouts(database);
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("truncate telemetry.position, telemetry.basis, telemetry.device cascade"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nearIsTrueDistanceAndNotTheBox() {
        store(1, 11, 0, 100, 0, 8f);
        store(2, 12, 0, 180, 180, 8f); // within the box, 255 m away
        store(3, 13, 0, 210, 0, 8f);
        assertThat(whereabouts.near(hour(1, 2, 3), LATITUDE, LONGITUDE, 200)).containsExactly(1L);
        assertThat(whereabouts.near(hour(1, 2, 3), LATITUDE, LONGITUDE, 256)).containsExactly(1L, 2L, 3L);
        assertThat(whereabouts.near(hour(2, 3), LATITUDE, LONGITUDE, 200)).isEmpty();
    }

    @Test
    void onlyTheWantedSubjectsTimeAndPositionsAreLookedAt() {
        store(1, 11, 0, 0, 0, 8f);
        store(2, 12, 61, 0, 0, 8f);
        store(3, 13, 0, 0, 0, 900f);
        store(4, row(14, 4, 0, 0, 0, 8f, false, Set.of()));
        store(5, row(15, 5, 0, 0, 0, 8f, true, Set.of(Mark.MOCK_LOCATION)));
        assertThat(whereabouts.near(hour(1, 2, 3, 4, 5), LATITUDE, LONGITUDE, 100))
                .containsExactly(1L);
        assertThat(whereabouts.tracks(hour(1, 2, 3, 4, 5), 10).orElseThrow()).containsOnlyKeys(1L);
        assertThat(whereabouts.watched(hour(1, 2, 3, 4, 5), Map.of()).get(1L).fixes())
                .isEqualTo(1);
    }

    @Test
    void tracksAreInOrderAndRefusedWhereThereIsTooMuch() {
        store(1, 11, 20, 0, 0, 8f);
        store(1, 11, 10, 0, 0, 8f);
        store(2, 12, 5, 0, 0, 8f);
        Map<Long, List<PositionRow>> tracks = whereabouts.tracks(hour(1, 2), 3).orElseThrow();
        assertThat(tracks.get(1L)).extracting(PositionRow::fixTime).containsExactly(minute(10), minute(20));
        assertThat(tracks.get(2L)).hasSize(1);
        assertThat(whereabouts.tracks(hour(1, 2), 2)).isEmpty();
    }

    @Test
    void watchedCountsNeighboursOfTheHourAndNoGaps() {
        for (int minute : new int[] {-10, 5, 15, 50, 70}) {
            store(1, 11, minute, 0, 0, 8f);
        }
        store(2, 12, 30, 0, 0, 8f);
        store(3, 13, 80, 0, 0, 8f);
        Map<Long, Watched> watched = whereabouts.watched(hour(1, 2, 3, 4), Map.of(3L, Duration.ofHours(3)));
        // 10:00-10:15 and 10:50-11:00; a gap of 35 minutes between.
        assertThat(watched.get(1L)).isEqualTo(new Watched(3, Duration.ofMinutes(25)));
        assertThat(watched.get(2L)).isEqualTo(new Watched(1, Duration.ZERO));
        assertThat(watched.get(3L)).isEqualTo(new Watched(0, Duration.ZERO));
        assertThat(watched).doesNotContainKey(4L);
        assertThat(whereabouts
                        .watched(hour(1), Map.of(1L, Duration.ofMinutes(35)))
                        .get(1L)
                        .observed())
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aGapIsThePlanOfTheDevicesWithABasis() {
        long slow = device("1", Duration.ofMinutes(10), Duration.ofMinutes(15));
        long quick = device("2", Duration.ofMinutes(1), Duration.ofMinutes(2));
        basis(BasisSpec.Kind.AUTHORISATION, 1, slow, -600, 600);
        basis(BasisSpec.Kind.PHONE_PLAN, 1, quick, -600, 600);
        basis(BasisSpec.Kind.PHONE_PLAN, 2, device("3", Duration.ofMinutes(1), Duration.ofMinutes(2)), -600, -300);
        assertThat(whereabouts.gapAfter(hour(1, 2, 3))).isEqualTo(Map.of(1L, Duration.ofMinutes(25)));
    }

    @Test
    void anAuthorisedBraceletAloneSpeaksForItsSubject() {
        long bracelet = device("1", Duration.ofMinutes(1), Duration.ofMinutes(2));
        long phone = device("2", Duration.ofMinutes(1), Duration.ofMinutes(2));
        basis(BasisSpec.Kind.AUTHORISATION, 1, bracelet, 0, 30);
        basis(BasisSpec.Kind.PHONE_PLAN, 1, phone, -600, 600);
        store(1, bracelet, 10, 5_000, 0, 8f);
        store(1, phone, 11, 0, 0, 8f);
        assertThat(whereabouts.near(hour(1), LATITUDE, LONGITUDE, 200)).isEmpty();
        store(1, phone, 40, 0, 0, 8f);
        assertThat(whereabouts.near(hour(1), LATITUDE, LONGITUDE, 200)).containsExactly(1L);
        assertThat(whereabouts.tracks(hour(1), 10).orElseThrow().get(1L)).hasSize(2);
    }

    @Test
    void pairsShareASpotInTheSameHalfHour() {
        store(1, 11, 1, 0, 0, 8f);
        store(2, 12, 20, 90, 60, 8f); // another cell, next to it
        store(3, 13, 40, 0, 0, 8f); // half an hour later
        store(4, 14, 1, 900, 0, 8f);
        store(1, 11, 41, 0, 0, 8f);
        store(2, 12, 42, 0, 0, 8f);
        assertThat(whereabouts.sharingASpot(hour(1, 2, 3, 4), 100, 10, 100).orElseThrow())
                .containsExactly(new Pair(1, 2), new Pair(1, 3), new Pair(2, 3));
        assertThat(whereabouts.sharingASpot(hour(1, 2, 3, 4), 100, 1, 100).orElseThrow())
                .containsExactly(new Pair(1, 2));
        assertThat(whereabouts.sharingASpot(hour(1, 2, 3, 4), 100, 10, 5)).isEmpty();
    }

    private static Asked hour(long... subjects) {
        List<Long> ids = new ArrayList<>();
        for (long subject : subjects) {
            ids.add(subject);
        }
        return new Asked(ids, TEN, TEN.plusSeconds(3600), 650);
    }

    private static Instant minute(int minute) {
        return TEN.plusSeconds(minute * 60L);
    }

    private void store(long subject, long device, int minute, double north, double east, float accuracy) {
        store(subject, row(device, subject, minute, north, east, accuracy, true, Set.of()));
    }

    private void store(long subject, PositionRow row) {
        assertThat(row.subjectId()).isEqualTo(subject);
        database.jdbi().useTransaction(handle -> {
            try {
                new PositionTable().insert(handle, List.of(row));
            } catch (SQLException failed) {
                throw new IllegalStateException("cannot store a position for the test", failed);
            }
        });
    }

    private PositionRow row(
            long device,
            long subject,
            int minute,
            double north,
            double east,
            float accuracy,
            boolean located,
            Set<Mark> marks) {
        return new PositionRow(
                device,
                minute(minute),
                ++hash,
                subject,
                minute(minute),
                LATITUDE + north / 110_852,
                LONGITUDE + east / 96_486,
                located,
                accuracy,
                null,
                null,
                null,
                9,
                null,
                50f,
                1,
                0,
                MarkBits.of(marks));
    }

    private long device(String identity, Duration interval, Duration buffer) {
        return database.jdbi()
                .inTransaction(handle -> new Registry(InstantSource.system())
                        .registerDevice(handle, DeviceSpec.of("jt808", identity).withPlan(interval, buffer)));
    }

    private void basis(BasisSpec.Kind kind, long subject, long device, int fromMinute, int toMinute) {
        database.jdbi()
                .useTransaction(handle -> new Registry(InstantSource.fixed(minute(-700)))
                        .grantBasis(
                                handle, new BasisSpec(kind, subject, device, minute(fromMinute), minute(toMinute))));
    }
}
