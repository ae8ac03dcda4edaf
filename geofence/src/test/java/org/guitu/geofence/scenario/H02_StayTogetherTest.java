package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.Rule;
import org.junit.jupiter.api.Test;

/** Bracelet and phone, at most two hundred metres apart. */
class H02_StayTogetherTest {

    private static final Rule TOGETHER = TestZones.rule(8, new Order.StayTogether(200), Optional.empty());

    @Test
    void aPhoneLeftAtHomeIsASeparation() {
        var points = H01_KeepAwayTest.pair("""
                10:00  home         ±10m
                10:01  home         ±10m
                10:10  town         ±10m
                10:11  town         ±10m
                10:12  town         ±10m
                """, """
                10:00  home  ±15m
                10:01  home  ±15m
                10:10  home  ±15m
                10:11  home  ±15m
                10:12  home  ±15m
                """);
        assertThat(Watch.findings(points, "10:13", TOGETHER))
                .containsExactly("SEPARATION 10:10 to now, confirmed 10:11, raised 10:11");
    }

    @Test
    void aBusRideWithReportsHalfAMinuteApartIsNone() {
        var points = H01_KeepAwayTest.pair("""
                10:00  home          ±10m
                10:01  home+600m E   ±10m
                10:02  town+200m E   ±10m
                10:03  town+800m E   ±10m
                10:04  school+400m E ±10m
                """, """
                09:59:30  home          ±10m
                10:00:30  home+300m E   ±10m
                10:01:30  home+900m E   ±10m
                10:02:30  town+500m E   ±10m
                10:03:30  school+100m E ±10m
                """);
        assertThat(Watch.findings(points, "10:05", TOGETHER)).isEmpty();
    }
}
