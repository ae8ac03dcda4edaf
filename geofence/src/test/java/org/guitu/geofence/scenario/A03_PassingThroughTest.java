package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.rule.RuleKind;
import org.junit.jupiter.api.Test;

/** A way that leads through a forbidden area between two fixes. */
class A03_PassingThroughTest {

    private static final Rule WIDE =
            TestZones.rule(2, RuleKind.KEEP_OUT, TestZones.circle(2000, 0, 400), Optional.empty());

    @Test
    void drivingThroughTheMiddleIsAFindingThatIsOverWhenItIsKnown() {
        var fixes = Track.parse("""
                10:00:00  town           ±8m
                10:00:30  town+480m E    ±8m
                10:02:00  school+600m E  ±8m
                10:02:30  school+900m E  ±8m
                """);
        assertThat(Watch.findings(fixes, "10:05", WIDE))
                .singleElement()
                .asString()
                .startsWith("EXCLUSION 10:00:")
                .endsWith("confirmed 10:02:30, raised 10:02:30, retrospective");
    }

    @Test
    void passingByAtADistanceIsNone() {
        var fixes = Track.parse("""
                10:00:00  town+700m N           ±8m
                10:00:30  town+700m N           ±8m
                10:02:00  school+700m N         ±8m
                10:02:30  school+700m N         ±8m
                """);
        assertThat(Watch.findings(fixes, "10:05", WIDE)).isEmpty();
    }

    @Test
    void aWildFixBeyondItIsNoWayThrough() {
        var fixes = Track.parse("""
                10:00  town+400m E    ±8m
                10:01  town+400m E    ±8m
                10:02  school+600m E  ±2m
                10:03  town+400m E    ±8m
                10:04  town+400m E    ±8m
                """);
        assertThat(Watch.findings(fixes, "10:05", WIDE)).isEmpty();
    }

    @Test
    void aLongGapSaysNothingOfTheWay() {
        var fixes = Track.parse("""
                10:00  town           ±8m
                10:01  town           ±8m
                10:30  school+900m E  ±8m
                10:31  school+900m E  ±8m
                """);
        assertThat(Watch.findings(fixes, "10:35", WIDE)).isEmpty();
    }
}
