package org.guitu.geofence.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.track.Fix;
import org.junit.jupiter.api.Test;

class CheckpointTest {

    private static Checkpoint some(long seed) {
        return some(seed, Long.MAX_VALUE);
    }

    /** After a stretch of somebody's life, with the rules up to an id. */
    private static Checkpoint some(long seed, long ruleIdMax) {
        var timeline = new RandomTimeline(seed);
        List<Rule> rules = timeline.book().rules().stream()
                .filter(rule -> rule.id() <= ruleIdMax)
                .toList();
        List<Fix> fixes = timeline.fixes().stream().sorted().toList();
        return new Judge()
                .fold(
                        Checkpoint.start(),
                        fixes,
                        new RuleBook(7, rules),
                        fixes.getLast().at())
                .end();
    }

    @Test
    void startKnowsNothing() {
        assertThat(Checkpoint.start().at()).isEqualTo(Instant.MIN);
        assertThat(Checkpoint.ofBytes(Checkpoint.start().toBytes()).at()).isEqualTo(Instant.MIN);
    }

    @Test
    void readsWhatItWrote() {
        for (long seed = 0; seed < 200; seed++) {
            byte[] bytes = some(seed).toBytes();
            assertThat(Checkpoint.ofBytes(bytes).toBytes()).isEqualTo(bytes);
            assertThat(Checkpoint.ofBytes(bytes).bookVersion()).isEqualTo(7);
        }
    }

    @Test
    void fiveRulesStayWithinFourKibibytes() {
        for (long seed = 0; seed < 200; seed++) {
            assertThat(some(seed, 5).toBytes()).hasSizeLessThan(4096);
        }
    }

    @Test
    void refusesEveryTruncationAndEveryFlippedBit() {
        byte[] bytes = some(3).toBytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.ofBytes(cut));
        }
        var random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            byte[] flipped = bytes.clone();
            flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.ofBytes(flipped));
        }
    }

    @Test
    void refusesRandomBytes() {
        var random = new Random(6);
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = new byte[random.nextInt(600)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                noise[0] = 2;
            }
            assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.ofBytes(noise));
        }
    }
}
