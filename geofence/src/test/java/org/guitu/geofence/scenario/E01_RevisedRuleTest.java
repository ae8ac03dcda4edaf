package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.guitu.geofence.judgement.Judge;
import org.guitu.geofence.replay.Timeline;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.rule.RuleBook;
import org.junit.jupiter.api.Test;

/** The rule in force at the instant of the fix decides. */
class E01_RevisedRuleTest {

    private static final String VISIT = """
            10:02  town+800m E  ±10m
            10:03  school       ±10m
            10:04  school       ±10m
            10:05  school       ±10m
            10:20  town         ±10m
            10:21  town         ±10m
            """;

    @Test
    void aRuleThatEndsEndsItsFinding() {
        Rule rule = TestZones.between(TestZones.keepOut(TestZones.school()), Instant.MIN, Track.at("10:06"));
        assertThat(Watch.findings(Track.parse(VISIT), "10:30", rule))
                .containsExactly("EXCLUSION 10:03 to 10:06, confirmed 10:04, raised 10:04");
    }

    @Test
    void aRuleThatBeginsWhileTheSubjectIsThereIsBrokenAtThatInstant() {
        Rule rule = TestZones.between(TestZones.keepOut(TestZones.school()), Track.at("10:10"), Instant.MAX);
        assertThat(Watch.findings(Track.parse(VISIT), "10:30", rule))
                .containsExactly("EXCLUSION 10:10 to 10:20, confirmed 10:10, raised 10:10");
    }

    @Test
    void aSmallerZoneFromThePastOnTakesBackWhatItNoLongerForbids() {
        var timeline = new Timeline(new Judge(), TestZones.book(TestZones.keepOut(TestZones.school())));
        Track.parse(VISIT).forEach(timeline::accept);
        assertThat(timeline.findings()).hasSize(1);
        timeline.revise(new RuleBook(2, List.of(TestZones.keepOut(TestZones.circle(2500, 0, 150)))), Instant.MIN);
        assertThat(timeline.findings()).isEmpty();
    }

    @Test
    void leaveThatSuspendsTheRuleEndsTheFindingAndItsEndBeginsAnother() {
        Rule before = TestZones.between(TestZones.stayIn(TestZones.home()), Instant.MIN, Track.at("10:05"));
        Rule after = TestZones.between(TestZones.stayIn(TestZones.home()), Track.at("10:15"), Instant.MAX);
        var fixes = Track.parse("""
                10:00  home+500m E  ±10m
                10:01  home+500m E  ±10m
                10:04  home+500m E  ±10m
                10:10  home+500m E  ±10m
                10:14  home+500m E  ±10m
                """);
        assertThat(Watch.findings(fixes, "10:20", before, after))
                .containsExactly(
                        "BOUNDARY 10:00 to 10:05, confirmed 10:01, raised 10:01",
                        "BOUNDARY 10:15 to now, confirmed 10:15, raised 10:15");
    }

    @Test
    void aWiderZoneRedrawnAroundTheSubjectEndsTheFindingAtOnce() {
        Rule before = TestZones.between(TestZones.stayIn(TestZones.home()), Instant.MIN, Track.at("10:05"));
        Rule after = TestZones.between(TestZones.stayIn(TestZones.circle(0, 0, 5000)), Track.at("10:05"), Instant.MAX);
        var fixes = Track.parse("""
                10:00  home+500m E  ±10m
                10:01  home+500m E  ±10m
                10:04  home+500m E  ±10m
                """);
        assertThat(Watch.findings(fixes, "10:20", before, after))
                .containsExactly("BOUNDARY 10:00 to 10:05, confirmed 10:01, raised 10:01");
    }
}
