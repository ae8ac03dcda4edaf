package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.zone.Area;
import org.junit.jupiter.api.Test;

/** A curfew that may be kept at any of several places. */
class G01_AlternativePlacesTest {

    private static final Rule HOME_OR_SCHOOL = TestZones.rule(
            3,
            Order.stayIn(new Area.AnyOf(List.of(TestZones.home(), TestZones.school()))),
            Optional.of(TestZones.daily("21:00-06:00")));

    @Test
    void anyOfThePlacesWillDo() {
        var fixes = Track.parse("""
                20:58  home    ±10m
                21:10  home    ±10m
                21:40  school  ±10m
                21:50  school  ±10m
                """);
        assertThat(Watch.findings(fixes, "22:00", HOME_OR_SCHOOL)).isEmpty();
    }

    @Test
    void betweenThePlacesIsOutside() {
        var fixes = Track.parse("""
                20:58  home    ±10m
                21:10  town    ±10m
                21:12  town    ±10m
                21:40  school  ±10m
                21:42  school  ±10m
                """);
        assertThat(Watch.findings(fixes, "22:00", HOME_OR_SCHOOL))
                .containsExactly("CURFEW 21:10 to 21:40, confirmed 21:12, raised 21:12");
    }
}
