package org.guitu.geofence.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.guitu.geofence.judgement.Checkpoint;
import org.guitu.geofence.judgement.Fold;
import org.guitu.geofence.judgement.Judge;
import org.guitu.geofence.judgement.RandomTimeline;
import org.guitu.geofence.judgement.Reconciliation.Revision;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.track.Fix;
import org.junit.jupiter.api.Test;

/** Late truth: however the same reports arrive, the same findings stand in the end. */
class TimelinePropertyTest {

    /** {@code ./guitu test --soak} multiplies the counts. */
    private static final int TIMELINES = 2_000 * Integer.getInteger("guitu.soak", 1);

    private static final long SEED = 7_000_000;

    private final Judge judge = new Judge();

    @Test
    void anyOrderDuplicationAndBatchingEndsInTheSameStandingFindings() {
        System.out.println("anyOrderDuplicationAndBatching…: seeds from " + SEED);
        long retracted = 0;
        long merged = 0;
        long split = 0;
        for (long seed = SEED; seed < SEED + TIMELINES; seed++) {
            var random = new RandomTimeline(seed);
            List<Fix> fixes = random.fixes();
            RuleBook book = random.book();
            Instant end = fixes.getLast().at().plusSeconds(random.random().nextInt(80_000));
            Fold inOrder =
                    judge.fold(Checkpoint.start(), fixes.stream().sorted().toList(), book, end);
            var timeline = new Timeline(judge, book);
            deliver(fixes, timeline, random.random());
            timeline.advanceTo(end);

            assertThat(told(timeline))
                    .as("seed " + seed)
                    .containsExactlyInAnyOrderElementsOf(
                            inOrder.findings().stream().map(Object::toString).toList());
            assertThat(timeline.standings()).as("seed " + seed).isEqualTo(inOrder.standings());
            assertThat(timeline.wakeAt()).isEqualTo(inOrder.wakeAt());
            retracted += count(timeline, Revision.Retract.class);
            merged += count(timeline, Revision.Merge.class);
            split += count(timeline, Revision.Split.class);
        }
        System.out.printf("%d retracted, %d merged, %d split on the way%n", retracted, merged, split);
        assertThat(retracted).isPositive();
        assertThat(split).isPositive();
    }

    @Test
    void aRuleBookThatChangesOnTheWayEndsAsIfItHadAlwaysBeenSo() {
        for (long seed = SEED; seed < SEED + 100; seed++) {
            var random = new RandomTimeline(seed);
            List<Fix> fixes = random.fixes();
            RuleBook book = random.book();
            Instant end = fixes.getLast().at().plusSeconds(5_000);
            List<Rule> fewer = book.rules().subList(0, 2);
            var timeline = new Timeline(judge, new RuleBook(6, fewer));
            int half = fixes.size() / 2;
            fixes.subList(0, half).forEach(timeline::accept);
            timeline.revise(book, Instant.MIN);
            fixes.subList(half, fixes.size()).forEach(timeline::accept);
            timeline.advanceTo(end);
            Fold inOrder =
                    judge.fold(Checkpoint.start(), fixes.stream().sorted().toList(), book, end);
            assertThat(told(timeline))
                    .as("seed " + seed)
                    .containsExactlyInAnyOrderElementsOf(
                            inOrder.findings().stream().map(Object::toString).toList());
        }
    }

    /** Shuffled in stretches, with repeats and in batches, each batch received when its newest report was made or later. */
    private static void deliver(List<Fix> fixes, Timeline timeline, Random random) {
        var order = new ArrayList<>(fixes);
        switch (random.nextInt(4)) {
            case 0 -> Collections.shuffle(order, random);
            case 1 -> Collections.reverse(order);
            case 2 -> {
                int from = random.nextInt(order.size());
                Collections.reverse(order.subList(from, Math.min(order.size(), from + 60)));
            }
            default -> Collections.rotate(order.subList(0, order.size() / 2), 11);
        }
        Instant clock = Instant.MIN;
        int at = 0;
        while (at < order.size()) {
            int to = Math.min(order.size(), at + 1 + random.nextInt(12));
            var batch = new ArrayList<Fix>();
            for (Fix fix : order.subList(at, to)) {
                clock = fix.at().isAfter(clock) ? fix.at() : clock;
                batch.add(received(fix, clock));
                if (random.nextInt(5) == 0) {
                    batch.add(received(order.get(random.nextInt(to)), clock));
                }
            }
            timeline.accept(batch);
            at = to;
        }
    }

    private static Fix received(Fix fix, Instant at) {
        return new Fix(
                fix.at(),
                at,
                fix.contentHash(),
                fix.latitude(),
                fix.longitude(),
                fix.located(),
                fix.accuracyMeters(),
                fix.speedKmh(),
                fix.satellites(),
                fix.source(),
                fix.facts());
    }

    private static List<String> told(Timeline timeline) {
        return timeline.findings().stream()
                .map(raised -> raised.finding().toString())
                .toList();
    }

    private static long count(Timeline timeline, Class<? extends Revision> kind) {
        return timeline.history().stream()
                .filter(change -> kind.isInstance(change.revision()))
                .count();
    }
}
