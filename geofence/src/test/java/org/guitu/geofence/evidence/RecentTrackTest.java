package org.guitu.geofence.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.guitu.geofence.scenario.Track;
import org.guitu.geofence.track.Fix;
import org.guitu.geofence.zone.LocalFrame;
import org.junit.jupiter.api.Test;

/** Which fix to believe. */
class RecentTrackTest {

    private static final EvidenceSettings SETTINGS = EvidenceSettings.of(Duration.ofMinutes(25));

    /** What is remembered after a table of reports. */
    private static List<Sighting> after(String table) {
        var track = new RecentTrack();
        for (Fix fix : Track.parse(table)) {
            LocalFrame frame = LocalFrame.at(fix.latitude(), fix.longitude());
            track.add(track.weigh(fix, frame, 0.02, SETTINGS));
        }
        return track.sightings();
    }

    @Test
    void aLoneFixFarOffIsASuspectWhateverItClaims() {
        Sighting last = after("""
                09:58  home          ±8m
                09:59  home          ±8m
                10:00  home          ±8m
                10:01  home          ±8m
                10:02  home+400m N   ±2m
                """).getLast();
        assertThat(last.suspect()).isTrue();
    }

    @Test
    void theSecondThatAgreesIsBelievedAtWhateverSpeedTheFirstWasReached() {
        Sighting last = after("""
                10:00  home           ±8m
                10:01  home           ±8m
                10:02  home+3000m N   ±8m
                10:03  home+3010m N   ±8m
                """).getLast();
        assertThat(last.trust()).isGreaterThan(0.9);
    }

    @Test
    void comingBackUnmasksTheExcursion() {
        List<Sighting> seen = after("""
                10:00  home           ±8m
                10:01  home+300m N    ±2m
                10:02  home           ±8m
                """);
        assertThat(seen.getLast().trust()).isGreaterThan(0.95);
        assertThat(seen.get(1).weight()).isLessThan(0.05);
    }

    @Test
    void aCellFixDoesNotReplaceThePlaceThatIsKnown() {
        List<Sighting> seen = after("""
                10:00  home           ±8m
                10:01  home           ±8m
                10:02  home+400m N    ±500m
                """);
        assertThat(seen.get(1).weight()).isGreaterThan(0.9);
    }

    @Test
    void impossibleSpeedBothWaysIsAFaultAndTakesNothingFromItsNeighbours() {
        List<Sighting> seen = after("""
                10:00     home             ±8m
                10:00:10  home+90000m N    ±2m
                10:00:20  home             ±8m
                """);
        assertThat(seen.get(1).trust()).isLessThan(0.1);
        assertThat(seen.getLast().trust()).isGreaterThan(0.95);
    }
}
