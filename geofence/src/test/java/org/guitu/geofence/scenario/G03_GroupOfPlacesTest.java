package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.replay.Timeline;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.zone.Area;
import org.guitu.geofence.zone.PlaceIndex;
import org.junit.jupiter.api.Test;

/** All schools of a county, thousands of them, as one order. */
class G03_GroupOfPlacesTest {

    /** A school every four kilometres, numbered from the south-west; the one at the origin of the ground has number 1275. */
    private static Rule allSchools() {
        List<PlaceIndex.Place> schools = new ArrayList<>();
        for (int row = -25; row < 25; row++) {
            for (int column = -25; column < 25; column++) {
                Area school = TestZones.circle(4_000.0 * column, 4_000.0 * row, 150);
                schools.add(new PlaceIndex.Place((row + 25) * 50 + column + 25, school));
            }
        }
        Area all = new Area.Group(7, 1, PlaceIndex.of(schools));
        return TestZones.rule(2, Order.keepOut(all), Optional.empty());
    }

    @Test
    void enteringOneOfThemIsAFindingThatNamesIt() {
        var fixes = Track.parse("""
                10:00  town  ±10m
                10:05  home  ±10m
                10:06  home  ±10m
                10:20  town  ±10m
                10:21  town  ±10m
                """);
        Timeline timeline = Watch.run(fixes, "10:30", allSchools());
        assertThat(Watch.told(timeline)).containsExactly("EXCLUSION 10:05 to 10:20, confirmed 10:06, raised 10:06");
        assertThat(timeline.findings().getFirst().finding().place()).hasValue(1275);
    }

    @Test
    void farFromAllOfThemIsCompliant() {
        var fixes = Track.parse("""
                10:00  school  ±10m
                10:01  school  ±10m
                """);
        assertThat(Watch.standings(Watch.run(fixes, "10:02", allSchools()))).containsExactly("2 COMPLIANT");
    }
}
