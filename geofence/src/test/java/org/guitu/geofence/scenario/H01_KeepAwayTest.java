package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.pair.RelativeTrack;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.track.Fix;
import org.junit.jupiter.api.Test;

/** Two people whose devices must keep five hundred metres apart: their pair is a subject of its own. */
class H01_KeepAwayTest {

    static final Rule APART = TestZones.rule(9, new Order.KeepAway(500), Optional.empty());

    static List<Fix> pair(String first, String second) {
        var points = new ArrayList<Fix>();
        new RelativeTrack(Track.parse(first), Track.parse(second)).forEach(points::add);
        return points;
    }

    @Test
    void comingTogetherIsOneFindingAndPartingEndsIt() {
        var points = pair("""
                10:00  home          ±10m
                10:01  home          ±10m
                10:02  town+900m E   ±10m
                10:03  town+900m E   ±10m
                10:04  town+900m E   ±10m
                10:10  home          ±10m
                10:11  home          ±10m
                """, """
                10:00:30  school  ±10m
                10:01:30  school  ±10m
                10:02:30  school  ±10m
                10:03:30  school  ±10m
                10:09:30  school  ±10m
                10:10:30  school  ±10m
                """);
        assertThat(Watch.findings(points, "10:12", APART))
                .containsExactly("PROXIMITY 10:02 to 10:10, confirmed 10:04, raised 10:04");
    }

    @Test
    void oneWildFixOfEitherConvincesNobody() {
        var points = pair("""
                10:00  home  ±10m
                10:01  home  ±10m
                10:02  home  ±10m
                10:03  home  ±10m
                10:04  home  ±10m
                """, """
                10:00  school        ±10m
                10:01  school        ±10m
                10:02  home+100m E   ±2m
                10:03  school        ±10m
                10:04  school        ±10m
                """);
        assertThat(Watch.findings(points, "10:05", APART)).isEmpty();
    }

    @Test
    void whoWasLastHeardOfLongAgoIsNotCompared() {
        var points = pair("""
                10:00  home  ±10m
                10:20  home  ±10m
                10:21  home  ±10m
                """, """
                10:00  home+50m E  ±10m
                """);
        assertThat(points).hasSize(1);
        assertThat(Watch.standings(Watch.run(points, "10:40", APART))).containsExactly("9 UNOBSERVED");
    }

    @Test
    void thePointsDoNotDependOnWhereReadingBegan() {
        String first = """
                09:00  home          ±10m
                09:30  town          ±10m
                10:00  home          ±10m
                10:01  home+20m E    ±10m
                10:05  home+90m E    ±10m
                """;
        String second = """
                09:01  school        ±10m
                09:55  school        ±10m
                10:00  school+5m E   ±10m
                10:04  school+9m E   ±10m
                """;
        List<Fix> whole = pair(first, second);
        List<Fix> part = new ArrayList<>();
        new RelativeTrack(
                        Track.parse(first).stream()
                                .filter(fix -> !fix.at().isBefore(Track.at("09:30")))
                                .toList(),
                        Track.parse(second).stream()
                                .filter(fix -> !fix.at().isBefore(Track.at("09:30")))
                                .toList())
                .forEach(part::add);
        assertThat(whole.stream().filter(fix -> !fix.at().isBefore(Track.at("10:00"))))
                .isNotEmpty()
                .containsExactlyElementsOf(part.stream()
                        .filter(fix -> !fix.at().isBefore(Track.at("10:00")))
                        .toList());
    }
}
