package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.Rule;
import org.junit.jupiter.api.Test;

/** A forbidden area with a band around it that warns. */
class G02_ApproachBandTest {

    private static final Rule SCHOOL = TestZones.rule(2, new Order.KeepOut(TestZones.school(), 300), Optional.empty());

    @Test
    void comingNearWarnsAndGoesNoFurther() {
        var fixes = Track.parse("""
                10:00  town           ±10m
                10:05  school+300m W  ±10m
                10:06  school+310m W  ±10m
                10:20  town           ±10m
                10:21  town           ±10m
                """);
        assertThat(Watch.findings(fixes, "10:30", SCHOOL))
                .containsExactly("APPROACH 10:05 to 10:20, confirmed 10:06, raised 10:06");
    }

    @Test
    void goingInIsAFindingOfItsOwnWithinTheWarning() {
        var fixes = Track.parse("""
                10:00  town           ±10m
                10:05  school+300m W  ±10m
                10:06  school+310m W  ±10m
                10:10  school         ±10m
                10:11  school         ±10m
                10:15  school+300m W  ±10m
                10:16  school+300m W  ±10m
                10:20  town           ±10m
                10:21  town           ±10m
                """);
        assertThat(Watch.findings(fixes, "10:30", SCHOOL))
                .containsExactly(
                        "APPROACH 10:05 to 10:20, confirmed 10:06, raised 10:06",
                        "EXCLUSION 10:10 to 10:15, confirmed 10:11, raised 10:11");
    }

    @Test
    void theStandingIsThatOfTheOrderAndNotOfTheWarning() {
        var fixes = Track.parse("""
                10:05  school+300m W  ±10m
                10:06  school+310m W  ±10m
                """);
        assertThat(Watch.standings(Watch.run(fixes, "10:07", SCHOOL))).containsExactly("2 COMPLIANT");
    }
}
