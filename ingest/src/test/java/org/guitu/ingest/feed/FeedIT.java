package org.guitu.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.guitu.ingest.PostgresFixture;
import org.guitu.ingest.TestIngest;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.DatabaseConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FeedIT {

    @RegisterExtension
    static final PostgresFixture POSTGRES = PostgresFixture.prepared("telemetry", TestIngest::migrate);

    private Database database;
    private Feed feed;

    @BeforeEach
    void open() {
        database = Database.open(DatabaseConfig.of(POSTGRES.url()));
        feed = new Feed(database);
        database.jdbi().useHandle(handle -> handle.execute("truncate telemetry.finding cascade"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aChangeThatCommitsLateIsNotSkipped() throws Exception {
        Cursor start = feed.latest();
        try (Connection slow = DriverManager.getConnection(POSTGRES.url())) {
            slow.setAutoCommit(false);
            slow.createStatement().execute(insert(1));
            database.jdbi().useHandle(handle -> handle.execute(insert(2)));

            // The later transaction has committed, but an older one is still open: nothing is shown yet.
            Page<FindingRow> early = feed.findingsAfter(start, 10);
            assertThat(early.items()).isEmpty();
            assertThat(early.next()).isEqualTo(start);
            slow.commit();
        }
        Page<FindingRow> page = eventually(start, 2);
        assertThat(page.items()).extracting(FindingRow::subjectId).containsExactly(1L, 2L);
        assertThat(feed.findingsAfter(page.next(), 10).items()).isEmpty();
    }

    @Test
    void pagesFollowOnEachOther() {
        Cursor start = feed.latest();
        database.jdbi().useTransaction(handle -> {
            for (int i = 10; i < 15; i++) {
                handle.execute(insert(i));
            }
        });
        eventually(start, 5);
        Page<FindingRow> first = feed.findingsAfter(start, 2);
        Page<FindingRow> second = feed.findingsAfter(first.next(), 2);
        Page<FindingRow> third = feed.findingsAfter(second.next(), 2);
        assertThat(first.items()).extracting(FindingRow::subjectId).containsExactly(10L, 11L);
        assertThat(second.items()).extracting(FindingRow::subjectId).containsExactly(12L, 13L);
        assertThat(third.items()).extracting(FindingRow::subjectId).containsExactly(14L);
    }

    @Test
    void theWakerCallsAtOnceAndSurvivesALostConnection() {
        AtomicInteger calls = new AtomicInteger();
        try (FeedWaker waker = FeedWaker.start(DatabaseConfig.of(POSTGRES.url()), calls::incrementAndGet);
                FeedNotifier notifier = new FeedNotifier(DatabaseConfig.of(POSTGRES.url()))) {
            assertThat(waker).isNotNull();
            await().until(() -> calls.get() > 0);
            int before = calls.get();
            notifier.wake();
            await().atMost(Duration.ofMillis(900)).until(() -> calls.get() > before);

            database.jdbi()
                    .useHandle(handle -> handle.select(
                                    "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()")
                            .mapToMap()
                            .list());
            int lost = calls.get();
            await().atMost(Duration.ofSeconds(5)).until(() -> calls.get() > lost + 1);
        }
    }

    @Test
    void aCursorReadsWhatItWrites() {
        assertThat(Cursor.parse(new Cursor(12, 34).toString())).isEqualTo(new Cursor(12, 34));
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse("nonsense"));
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse("1-x"));
        assertThat(new Cursor(1, 9)).isLessThan(new Cursor(2, 0));
    }

    private Page<FindingRow> eventually(Cursor start, int count) {
        // Another database of the same server may hold the horizon back for a moment.
        return await().until(
                        () -> feed.findingsAfter(start, 100),
                        page -> page.items().size() == count);
    }

    private static String insert(long subject) {
        return "insert into telemetry.finding (subject_id, kind, started_at, confirmed_at, raised_at, book_version) values ("
                + subject + ", 'SOS', now(), now(), now(), 0)";
    }
}
