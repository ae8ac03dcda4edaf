package org.guitu.ingest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server for each test, a database for each class. */
abstract class IngestTest {

    static final double LAT = 31.2304;
    static final double LON = 121.4737;

    @RegisterExtension
    static final PostgresFixture POSTGRES = PostgresFixture.prepared("telemetry", TestIngest::migrate);

    TestIngest ingest;

    @BeforeEach
    void start() {
        ingest = TestIngest.start(POSTGRES.url(), config());
    }

    @AfterEach
    void stop() {
        ingest.close();
    }

    IngestConfig config() {
        return TestIngest.config();
    }

    static Instant secondsAgo(long seconds) {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(seconds);
    }

    TestBracelet bracelet(String phone) throws Exception {
        return TestBracelet.authenticated(ingest.port("jt808"), phone, "code");
    }
}
