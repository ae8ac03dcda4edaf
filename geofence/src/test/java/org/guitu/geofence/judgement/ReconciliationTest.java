package org.guitu.geofence.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guitu.geofence.judgement.Reconciliation.Revision;
import org.guitu.geofence.judgement.Reconciliation.Standing;
import org.guitu.geofence.scenario.Track;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private static Finding finding(String start, @Nullable String end) {
        Instant at = Track.at(start);
        return new Finding(
                FindingKind.EXCLUSION,
                OptionalLong.of(2),
                OptionalLong.empty(),
                at,
                at,
                end == null ? null : Track.at(end),
                10,
                3,
                List.of());
    }

    private static List<Revision> reconcile(List<Standing> standing, Finding... judged) {
        return Reconciliation.reconcile(standing, fold(Instant.MIN, List.of(), judged));
    }

    private static Fold fold(Instant from, List<Fold.Settled> settled, Finding... judged) {
        return new Fold(from, Checkpoint.start(), List.of(), settled, List.of(judged), List.of(), Optional.empty());
    }

    @Test
    void whatNobodyKnewIsOpened() {
        assertThat(reconcile(List.of(), finding("10:00", null)))
                .containsExactly(new Revision.Open(finding("10:00", null)));
    }

    @Test
    void whatStandsAsItWasFoundNeedsNothing() {
        assertThat(reconcile(List.of(new Standing(1, finding("10:00", "11:00"))), finding("10:00", "11:00")))
                .isEmpty();
    }

    @Test
    void anEndIsAnUpdateOfTheSameIdentity() {
        assertThat(reconcile(List.of(new Standing(1, finding("10:00", null))), finding("10:00", "11:00")))
                .containsExactly(new Revision.Update(1, finding("10:00", "11:00")));
    }

    @Test
    void whatLaterTruthDoesNotSupportIsRetracted() {
        assertThat(reconcile(List.of(new Standing(1, finding("10:00", null)))))
                .containsExactly(new Revision.Retract(1, Reconciliation.NOT_SUPPORTED));
    }

    @Test
    void ofTwoThatTurnOutToBeOneTheOlderKeepsItsIdentity() {
        var standing = List.of(new Standing(8, finding("10:00", "11:00")), new Standing(5, finding("12:00", null)));
        assertThat(reconcile(standing, finding("10:00", null)))
                .containsExactly(new Revision.Update(5, finding("10:00", null)), new Revision.Merge(8, 5));
    }

    @Test
    void oneThatTurnsOutToBeTwoIsSplit() {
        var standing = List.of(new Standing(5, finding("10:00", null)));
        assertThat(reconcile(standing, finding("10:00", "11:00"), finding("12:00", null)))
                .containsExactly(
                        new Revision.Update(5, finding("10:00", "11:00")),
                        new Revision.Split(finding("12:00", null), 5));
    }

    @Test
    void anotherRuleOrKindIsAnotherMatter() {
        Finding other = new Finding(
                FindingKind.CURFEW,
                OptionalLong.of(2),
                OptionalLong.empty(),
                Track.at("10:00"),
                Track.at("10:00"),
                null,
                1,
                1,
                List.of());
        assertThat(reconcile(List.of(new Standing(5, finding("10:00", null))), other))
                .containsExactlyInAnyOrder(
                        new Revision.Open(other), new Revision.Retract(5, Reconciliation.NOT_SUPPORTED));
    }

    @Test
    void whatEndedBeforeTheFoldsReachIsLeftAlone() {
        var standing = List.of(new Standing(5, finding("10:00", "11:00")));
        assertThat(Reconciliation.reconcile(standing, fold(Track.at("11:00"), List.of())))
                .isEmpty();
    }

    @Test
    void whatTheCheckpointHadSettledIsLeftAlone() {
        var standing = List.of(new Standing(5, finding("10:00", "11:00")));
        var settled = List.of(new Fold.Settled(FindingKind.EXCLUSION, OptionalLong.of(2), Track.at("11:00")));
        assertThat(Reconciliation.reconcile(standing, fold(Track.at("09:00"), settled)))
                .isEmpty();
    }

    @Test
    void applyingTheRevisionsLeavesNothingToRevise() {
        var standing = List.of(
                new Standing(1, finding("08:00", "09:00")),
                new Standing(2, finding("10:00", "12:00")),
                new Standing(3, finding("13:00", "13:30")),
                new Standing(4, finding("13:40", null)));
        Finding[] judged = {finding("10:30", "11:00"), finding("11:30", "13:20"), finding("13:25", null)};
        var applied = new ArrayList<>(standing);
        long next = 10;
        for (Revision revision : reconcile(standing, judged)) {
            switch (revision) {
                case Revision.Open open -> applied.add(new Standing(next++, open.finding()));
                case Revision.Split split -> applied.add(new Standing(next++, split.finding()));
                case Revision.Update update ->
                    applied.replaceAll(s -> s.id() == update.id() ? new Standing(s.id(), update.finding()) : s);
                case Revision.Retract retract -> applied.removeIf(s -> s.id() == retract.id());
                case Revision.Merge merge -> applied.removeIf(s -> s.id() == merge.id());
            }
        }
        assertThat(applied).extracting(Standing::finding).containsExactlyInAnyOrder(judged);
        assertThat(reconcile(applied, judged)).isEmpty();
    }
}
