package org.guitu.geofence.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.track.Fix;
import org.junit.jupiter.api.Test;

/** What must hold for every timeline: folding in parts, at any clock, through bytes or from a daily checkpoint is folding at once. */
class JudgePropertyTest {

    /** {@code ./guitu test --soak} multiplies the counts. */
    private static final int TIMELINES = 400 * Integer.getInteger("guitu.soak", 1);

    private static final long SEED = 20260302;

    private final Judge judge = new Judge();

    @Test
    void foldingInPartsIsFoldingAtOnce() {
        System.out.println("foldingInPartsIsFoldingAtOnce: seeds from " + SEED);
        int findings = 0;
        for (long seed = SEED; seed < SEED + TIMELINES; seed++) {
            var timeline = new RandomTimeline(seed);
            List<Fix> fixes = sorted(timeline.fixes());
            RuleBook book = timeline.book();
            Instant now = fixes.getLast().at().plusSeconds(timeline.random().nextInt(50_000));
            Fold whole = judge.fold(Checkpoint.start(), fixes, book, now);
            findings += whole.findings().size();

            var daily = new ArrayList<Checkpoint>();
            Checkpoint at = Checkpoint.start();
            Fold part = whole;
            int from = 0;
            while (from < fixes.size()) {
                int to = Math.min(fixes.size(), from + 1 + timeline.random().nextInt(30));
                // A clock that ran ahead of later evidence must leave no trace.
                Instant clock =
                        fixes.get(to - 1).at().plusSeconds(timeline.random().nextInt(100_000));
                part = judge.fold(at, fixes.subList(from, to), book, clock);
                at = timeline.random().nextBoolean()
                        ? Checkpoint.ofBytes(part.end().toBytes())
                        : judge.fold(part.end(), List.of(), book, clock.plusSeconds(99))
                                .end();
                daily.addAll(part.daily());
                from = to;
            }
            part = judge.fold(at, List.of(), book, now);
            assertThat(at.toBytes()).as("seed " + seed).isEqualTo(whole.end().toBytes());
            assertThat(part.standings()).as("seed " + seed).isEqualTo(whole.standings());
            assertThat(part.wakeAt()).as("seed " + seed).isEqualTo(whole.wakeAt());
            assertThat(bytes(daily)).as("seed " + seed).isEqualTo(bytes(whole.daily()));
            part.findings().forEach(finding -> assertThat(whole.findings()).contains(finding));
        }
        System.out.println(findings + " findings in " + TIMELINES + " timelines");
        assertThat(findings).isGreaterThan(TIMELINES);
    }

    @Test
    void aDailyCheckpointContinuesAsIfNothingHadBeenInterrupted() {
        for (long seed = SEED; seed < SEED + TIMELINES; seed++) {
            var timeline = new RandomTimeline(seed);
            List<Fix> fixes = sorted(timeline.fixes());
            RuleBook book = timeline.book();
            Instant now = fixes.getLast().at().plusSeconds(3_000);
            Fold whole = judge.fold(Checkpoint.start(), fixes, book, now);
            List<Reconciliation.Standing> stands = standing(whole.findings());
            for (Checkpoint day : whole.daily()) {
                List<Fix> rest = fixes.stream().filter(fix -> !day.covers(fix)).toList();
                Fold continued = judge.fold(Checkpoint.ofBytes(day.toBytes()), rest, book, now);
                assertThat(continued.end().toBytes())
                        .as("seed " + seed)
                        .isEqualTo(whole.end().toBytes());
                assertThat(whole.findings()).as("seed " + seed).containsAll(continued.findings());
                assertThat(Reconciliation.reconcile(stands, continued))
                        .as("seed " + seed)
                        .isEmpty();
            }
            assertThat(Reconciliation.reconcile(stands, whole)).isEmpty();
        }
    }

    @Test
    void duplicatesChangeNothing() {
        for (long seed = SEED; seed < SEED + 100; seed++) {
            var timeline = new RandomTimeline(seed);
            List<Fix> fixes = sorted(timeline.fixes());
            RuleBook book = timeline.book();
            Instant now = fixes.getLast().at();
            var doubled = new ArrayList<Fix>();
            fixes.forEach(fix -> {
                doubled.add(fix);
                doubled.add(fix);
            });
            Fold once = judge.fold(Checkpoint.start(), fixes, book, now);
            Fold twice = judge.fold(Checkpoint.start(), doubled, book, now);
            assertThat(twice.findings()).as("seed " + seed).isEqualTo(once.findings());
            assertThat(twice.end().toBytes()).isEqualTo(once.end().toBytes());
        }
    }

    @Test
    void findingsOfOneRuleNeverOverlapAndAreInOrder() {
        for (long seed = SEED; seed < SEED + TIMELINES; seed++) {
            var timeline = new RandomTimeline(seed);
            List<Fix> fixes = sorted(timeline.fixes());
            Fold fold = judge.fold(
                    Checkpoint.start(), fixes, timeline.book(), fixes.getLast().at());
            Map<Object, Instant> ends = new HashMap<>();
            for (Finding finding : fold.findings()) {
                assertThat(finding.confirmedAt()).isAfterOrEqualTo(finding.start());
                assertThat(finding.evidence())
                        .hasSizeLessThanOrEqualTo(Finding.EVIDENCE_MAX)
                        .isSortedAccordingTo(Comparator.comparing(Finding.Evidence::at));
                boolean apart = finding.ruleId().isEmpty() || finding.kind() == FindingKind.APPROACH;
                Object line = List.of(finding.ruleId(), apart ? finding.kind() : "order");
                Instant previous = ends.getOrDefault(line, Instant.MIN);
                assertThat(finding.start()).as("seed " + seed).isAfterOrEqualTo(previous);
                if (finding.end() != null) {
                    assertThat(finding.end()).isAfter(finding.start());
                    // Only a way between two fixes is known when it is over.
                    assertThat(finding.confirmedAt().isAfter(finding.end())).isEqualTo(isPassage(finding));
                }
                ends.put(line, finding.end() == null ? Instant.MAX : finding.end());
            }
        }
    }

    private static boolean isPassage(Finding finding) {
        List<Finding.Evidence> evidence = finding.evidence();
        return finding.kind() == FindingKind.EXCLUSION
                && evidence.size() == 2
                && evidence.stream().allMatch(one -> one.distanceMeters() < 0);
    }

    private static List<String> bytes(List<Checkpoint> checkpoints) {
        return checkpoints.stream()
                .map(c -> java.util.HexFormat.of().formatHex(c.toBytes()))
                .toList();
    }

    static List<Reconciliation.Standing> standing(List<Finding> findings) {
        var stands = new ArrayList<Reconciliation.Standing>();
        for (int i = 0; i < findings.size(); i++) {
            stands.add(new Reconciliation.Standing(i + 1, findings.get(i)));
        }
        return stands;
    }

    private static List<Fix> sorted(List<Fix> fixes) {
        return fixes.stream().sorted().toList();
    }
}
