package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.zone.Area;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Keep to the way from home to school. */
class G05_CorridorTest {

    private static final Rule WAY = TestZones.rule(
            1,
            Order.stayIn(new Area.Corridor(
                    new GeometryFactory().createLineString(new Coordinate[] {
                        new Coordinate(TestZones.LONGITUDE, TestZones.LATITUDE),
                        new Coordinate(TestZones.LONGITUDE + 2000 / TestZones.METERS_EAST, TestZones.LATITUDE)
                    }),
                    100)),
            Optional.empty());

    @Test
    void alongTheWayIsCompliantAndBesideItIsNot() {
        var fixes = Track.parse("""
                08:00  home          ±10m
                08:05  town          ±10m
                08:06  town+400m N   ±10m
                08:07  town+400m N   ±10m
                08:20  school        ±10m
                08:21  school        ±10m
                """);
        assertThat(Watch.findings(fixes, "08:30", WAY))
                .containsExactly("BOUNDARY 08:06 to 08:20, confirmed 08:07, raised 08:07");
    }
}
