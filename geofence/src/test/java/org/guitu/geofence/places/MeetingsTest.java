package org.guitu.geofence.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two people within fifty metres of each other for ten minutes. */
class MeetingsTest {

    private static final MeetingSettings SETTINGS = MeetingSettings.of(50, Duration.ofMinutes(10));

    @Test
    void twoAtOnePlaceAreTogetherWhileBothAreThere() {
        assertThat(meetings("d1 08:00 - 12:00  town", "d1 09:00 - 10:00  town+15m N"))
                .containsExactly("town 09:00 to 10:00, certain");
    }

    @Test
    void timesOfFixesNeedNotAgree() {
        assertThat(meetings("d1 08:00 - 12:00  town  every 10m", "d1 09:03 - 10:03  town  every 7m"))
                .containsExactly("town 09:03 to 09:59, certain");
    }

    @Test
    void oneAfterTheOtherIsNoMeeting() {
        assertThat(meetings("d1 08:00 - 09:00  town", "d1 09:05 - 10:00  town")).isEmpty();
    }

    @Test
    void twoAcrossTheStreetAreNotTogether() {
        assertThat(meetings("d1 08:00 - 12:00  town", "d1 08:00 - 12:00  town+120m N"))
                .isEmpty();
    }

    @Test
    void whatTheErrorsLeaveOpenIsPossible() {
        assertThat(meetings("d1 09:00 - 10:00  town  ±40m", "d1 09:00 - 10:00  town+45m N  ±40m"))
                .containsExactly("town 09:00 to 10:00, possible");
    }

    @Test
    void nothingIsClaimedAcrossAGap() {
        assertThat(meetings("d1 08:00 - 12:00  town", """
                d1 09:00 - 09:20  town
                d1 10:30 - 10:50  town
                """))
                .containsExactly("town 09:00 to 09:20, certain", "town 10:30 to 10:50, certain");
        assertThat(meetings("""
                d1 09:00 - 09:08  town  every 1m
                d1 10:30 - 10:38  town  every 1m
                """, """
                d1 09:00 - 09:08  town  every 1m
                d1 10:30 - 10:38  town  every 1m
                """)).isEmpty();
    }

    @Test
    void bothSilentAtOnceIsAGapToo() {
        String table = """
                d1 09:00 - 09:20  town
                d1 12:00 - 12:20  town
                """;
        assertThat(meetings(table, table))
                .containsExactly("town 09:00 to 09:20, certain", "town 12:00 to 12:20, certain");
    }

    @Test
    void aWildFixDoesNotCutAMeeting() {
        assertThat(meetings("d1 08:00 - 11:00  town  every 2m  wild", "d1 08:00 - 11:00  town  every 2m  wild"))
                .containsExactly("town 08:00 to 11:00, certain");
    }

    @Test
    void wildFixesAtOnePlaceAreNoMeeting() {
        assertThat(meetings("d1 08:00 - 12:00  home  wild", "d1 08:00 - 12:00  town  wild"))
                .isEmpty();
    }

    @Test
    void cellFixesAreNoEvidence() {
        assertThat(meetings("d1 08:00 - 12:00  town  cell", "d1 08:00 - 12:00  town"))
                .isEmpty();
    }

    @Test
    void walkingTogetherIsBeingTogether() {
        assertThat(meetings("d1 09:00 - 09:30  home to school  every 1m", "d1 09:00 - 09:30  home to school  every 1m"))
                .containsExactly("town 09:00 to 09:30, certain");
    }

    @Test
    void passingEachOtherIsNot() {
        assertThat(meetings("d1 09:00 - 09:30  home to school  every 1m", "d1 09:00 - 09:30  school to home  every 1m"))
                .isEmpty();
    }

    @Test
    void theOrderOfThePairDoesNotMatter() {
        for (long seed = 1; seed <= 10; seed++) {
            Way one = way(Stays.parse("d1 08:00 - 12:00  town  every 3m  wild", 15, seed));
            Way other = way(Stays.parse("d1 09:01 - 11:00  town  ±20m  every 4m", 15, seed + 100));
            assertThat(Meetings.of(one, other, SETTINGS))
                    .as("seed " + seed)
                    .usingRecursiveComparison()
                    .withComparatorForType((a, b) -> Math.abs(a - b) < 0.01 ? 0 : Double.compare(a, b), Double.class)
                    .isEqualTo(Meetings.of(other, one, SETTINGS));
            assertThat(Meetings.of(one, other, SETTINGS)).as("seed " + seed).isNotEmpty();
        }
    }

    private static Way way(List<org.guitu.geofence.track.Fix> fixes) {
        return Way.of(fixes, Duration.ofMinutes(25), SETTINGS.sigmaMaxMeters());
    }

    private static List<String> meetings(String one, String other) {
        return Meetings.of(way(Stays.parse(one)), way(Stays.parse(other)), SETTINGS).stream()
                .map(meeting -> Stays.ground(meeting.latitude(), meeting.longitude()) + " "
                        + Stays.time(meeting.from()) + " to " + Stays.time(meeting.to()) + ", "
                        + (meeting.certain() ? "certain" : "possible"))
                .toList();
    }
}
