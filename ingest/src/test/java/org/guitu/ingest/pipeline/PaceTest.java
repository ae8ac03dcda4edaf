package org.guitu.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void aMinuteOfBacklogCostsAHandfulOfFolds() {
        var pace = new Pace();
        int folds = 0;
        for (long now = 0; now < 60 * SECOND; now += SECOND / 10) {
            pace.forget(now);
            if (pace.allows(7, now)) {
                pace.folded(7, now);
                folds++;
            }
        }
        assertThat(folds).isBetween(10, 20);
    }

    @Test
    void whoHadNoBacklogForAWhileIsFoldedAtOnce() {
        var pace = new Pace();
        pace.folded(7, 0);
        assertThat(pace.allows(7, SECOND / 10)).isFalse();
        assertThat(pace.allows(8, SECOND / 10)).isTrue();
        pace.forget(SECOND);
        pace.folded(7, SECOND);
        assertThat(pace.allows(7, SECOND + SECOND / 4)).isTrue();
    }
}
