package org.guitu.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.guitu.geofence.rule.DeviceTerms;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.ingest.ManualClock;
import org.guitu.ingest.PostgresFixture;
import org.guitu.ingest.TestIngest;
import org.guitu.ingest.registry.DeviceSpec;
import org.guitu.ingest.registry.Registry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is learnt of a device at night, and that the past is still judged by what was known then. */
class OutlierTurnIT {

    private static final Instant DAY = Instant.parse("2026-11-18T04:00:00Z");

    @RegisterExtension
    static final PostgresFixture POSTGRES = PostgresFixture.prepared("telemetry", TestIngest::migrate);

    private final ManualClock clock = new ManualClock(DAY);
    private TestIngest ingest;

    @BeforeEach
    void start() {
        ingest = TestIngest.start(POSTGRES.url(), TestIngest.config(), clock);
    }

    @AfterEach
    void stop() {
        ingest.close();
    }

    /** Four days at rest, a fix a minute, some of them wild. */
    private void store(long device, long subject, double wildShare, long seed) {
        var random = new Random(seed);
        ingest.database().jdbi().useHandle(handle -> {
            try (var batch = handle.prepareBatch("""
                    insert into telemetry.position (device_id, fix_time, content_hash, subject_id, received_at, latitude, longitude, located,
                        accuracy_m, source) values (:device, :at, :hash, :subject, :at, :lat, :lon, true, 8, 1)
                    """)) {
                for (int i = 1; i <= 4 * 1440; i++) {
                    boolean wild = random.nextDouble() < wildShare;
                    double spread = wild ? 0.002 : 0.00004;
                    batch.bind("device", device)
                            .bind("at", DAY.minusSeconds(60L * i).atOffset(java.time.ZoneOffset.UTC))
                            .bind("hash", i)
                            .bind("subject", subject)
                            .bind("lat", 31.23 + spread * random.nextGaussian())
                            .bind("lon", 121.47 + spread * random.nextGaussian())
                            .add();
                }
                batch.execute();
            }
        });
    }

    private RuleBook book(long subject) {
        return ingest.database()
                .jdbi()
                .withHandle(handle -> new RuleBooks()
                        .of(handle, List.of(subject))
                        .get(subject)
                        .book());
    }

    @Test
    void aDeviceThatIsOftenWildIsKnownForItFromThatNightOn() {
        long device = ingest.device("013500000301", "code");
        ingest.basis(301, device);
        store(device, 301, 0.06, 1);
        long before = book(301).version();

        new OutlierTurn(ingest.database(), Registry.CALENDAR, clock).run();

        RuleBook book = book(301);
        System.out.printf("six in a hundred learnt as %.4f%n", book.termsAt(DAY).outlierShare());
        assertThat(book.version()).isGreaterThan(before);
        assertThat(book.termsAt(DAY).outlierShare()).isBetween(0.035, 0.08);
        assertThat(book.termsAt(DAY.minusSeconds(60)).outlierShare())
                .as("the past")
                .isEqualTo(DeviceTerms.defaults().outlierShare());
    }

    @Test
    void aDeviceThatIsAsUsualOrTooNewIsLeftAsItIs() {
        long usual = ingest.device("013500000302", "code");
        ingest.basis(302, usual);
        store(usual, 302, 0.02, 2);
        ingest.basis(303, ingest.device("013500000303", "code"));
        long before = book(302).version();
        long fresh = book(303).version();

        new OutlierTurn(ingest.database(), Registry.CALENDAR, clock).run();

        assertThat(book(302).version()).isEqualTo(before);
        assertThat(book(303).version()).isEqualTo(fresh);
    }

    @Test
    void aTighterPlanHoldsFromNowOnAndNotForThePast() {
        DeviceSpec spec = DeviceSpec.of("jt808", "013500000304").withAuthCode("code");
        long device = ingest.device(spec);
        ingest.basis(304, device);
        Instant changed = DAY.plusSeconds(3600);
        clock.set(changed);

        ingest.database()
                .jdbi()
                .useTransaction(handle -> ingest.registry()
                        .updateDevice(handle, device, spec.withPlan(Duration.ofMinutes(1), Duration.ofMinutes(4))));

        assertThat(book(304).termsAt(changed).freshFor()).isEqualTo(Duration.ofMinutes(5));
        assertThat(book(304).termsAt(changed.minusSeconds(1)).freshFor()).isEqualTo(Duration.ofMinutes(25));
    }
}
