package org.guitu.geofence.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.guitu.geofence.places.Near.Verdict;
import org.guitu.geofence.scenario.TestZones;
import org.guitu.geofence.scenario.Track;
import org.guitu.geofence.track.Fix;
import org.junit.jupiter.api.Test;

/** Who was within 100 m of the town's square between ten and eleven. */
class NearnessTest {

    @Test
    void twoFixesWellInsideAreCertain() {
        assertThat(near("""
                09:50  home
                10:05  town         ±8m
                10:10  town+20m N   ±8m
                10:20  home
                """)).isEqualTo("CERTAIN, nearest 0m, 2 fixes, observed 20m, unobserved 40m");
    }

    @Test
    void oneFixWellInsideIsPossibleWhateverItClaims() {
        assertThat(near("""
                09:58  home
                10:05  town         ±2m
                10:06  home
                10:20  home
                10:40  home
                11:01  home
                """)).isEqualTo("POSSIBLE, nearest 0m, 1 fixes, observed 1h 0m, unobserved 0m");
    }

    @Test
    void theSameBadMomentTwiceIsOneFix() {
        assertThat(near("""
                10:05:00  town         ±2m
                10:05:02  town         ±2m
                """)).startsWith("POSSIBLE");
    }

    @Test
    void manyFixesAFewSecondsApartAreCertainOnceTheyLast() {
        assertThat(near("""
                10:05:00  town         ±8m
                10:05:05  town         ±8m
                10:05:10  town         ±8m
                """)).startsWith("CERTAIN");
        assertThat(near("""
                10:05:00  town         ±8m
                10:05:05  home         ±8m
                10:05:10  town         ±8m
                """)).startsWith("POSSIBLE");
    }

    @Test
    void wildFixesIntoAPlaceNeverMakeItCertain() {
        for (long seed = 1; seed <= 50; seed++) {
            // Each hour one fix claims 2 m and lies in the middle of the place, 316 m from where the subject is.
            List<Fix> fixes = Stays.parse("d1 00:00 - 23:55  home  every 2m  wild", 8, seed);
            Near near = Nearness.of(
                    TestZones.LATITUDE - 100 / TestZones.METERS_NORTH,
                    TestZones.LONGITUDE + 300 / TestZones.METERS_EAST,
                    100,
                    new Stretch(Track.at("00:00"), Track.at("d2 00:00")),
                    fixes,
                    Duration.ofMinutes(25));
            assertThat(near.sightings()).as("seed " + seed).isNotEmpty();
            assertThat(near.verdict()).as("seed " + seed).isEqualTo(Verdict.POSSIBLE);
        }
    }

    @Test
    void anErrorCircleThatTouchesIsPossible() {
        assertThat(near("""
                09:58  town+250m N  ±60m
                10:05  town+250m N  ±60m
                10:15  town+250m N  ±60m
                """)).startsWith("POSSIBLE, nearest 150m, 2 fixes");
    }

    @Test
    void whoeverWasClearlyElsewhereAllTheTimeWasElsewhere() {
        assertThat(near("""
                09:50  home
                10:10  home
                10:30  home
                10:50  home
                11:10  home
                """)).isEqualTo("ELSEWHERE, nearest 900m, 0 fixes, observed 1h 0m, unobserved 0m");
    }

    @Test
    void anHourSeenInPartIsSaidToBe() {
        assertThat(near("""
                09:50  home
                10:10  home
                10:15  home
                10:55  home
                """)).isEqualTo("ELSEWHERE_IN_PART, nearest 900m, 0 fixes, observed 15m, unobserved 45m");
    }

    @Test
    void withoutFixesNothingIsSaid() {
        assertThat(near("09:00  town")).isEqualTo("NO_DATA, nearest none, 0 fixes, observed 0m, unobserved 1h 0m");
        assertThat(near("10:30  nowhere")).startsWith("NO_DATA");
        assertThat(near("10:30  town  mock_location")).startsWith("NO_DATA");
        assertThat(near("10:30  town  ±900m")).startsWith("NO_DATA");
    }

    @Test
    void aWayStraightThroughIsPossible() {
        assertThat(near("""
                10:05  home+400m E
                10:15  school+400m W
                """)).startsWith("POSSIBLE, nearest 500m, 0 fixes");
    }

    @Test
    void aLeapOrAGapAcrossThePlaceSaysNothing() {
        assertThat(near("""
                10:05  home+500m W
                10:15  school
                """)).startsWith("ELSEWHERE_IN_PART");
        assertThat(near("""
                10:05  home+400m E
                10:45  school+400m W
                """)).startsWith("ELSEWHERE_IN_PART");
    }

    @Test
    void placeIsAsNearAsTheEdgeOfItsCircle() {
        List<Fix> fixes = Track.parse("""
                10:05  town+40m N  ±10m
                10:10  town+40m N  ±10m
                """);
        assertThat(judge(fixes, 80).verdict()).isEqualTo(Verdict.CERTAIN);
        assertThat(judge(fixes, 60).verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(judge(fixes, 11).verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(judge(fixes, 9).verdict()).isEqualTo(Verdict.ELSEWHERE_IN_PART);
    }

    private static String near(String table) {
        Near near = judge(Track.parse(table), 100);
        return near.verdict() + ", nearest "
                + near.nearest()
                        .map(nearest -> Math.round(nearest.distanceMeters() / 10) * 10 + "m")
                        .orElse("none")
                + ", " + near.sightings().size() + " fixes, observed " + Stays.span(near.observed()) + ", unobserved "
                + Stays.span(near.unobserved());
    }

    private static Near judge(List<Fix> fixes, double radiusMeters) {
        return Nearness.of(
                TestZones.LATITUDE,
                TestZones.LONGITUDE + 1000 / TestZones.METERS_EAST,
                radiusMeters,
                new Stretch(Track.at("10:00"), Track.at("11:00")),
                fixes,
                Duration.ofMinutes(25));
    }
}
