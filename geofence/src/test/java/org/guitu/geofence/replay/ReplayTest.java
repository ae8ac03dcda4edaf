package org.guitu.geofence.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guitu.geofence.rule.DeviceTerms;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.scenario.TestZones;
import org.guitu.geofence.scenario.Track;
import org.guitu.geofence.track.DeviceFact;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final Replay REPLAY = new Replay(
            List.of(
                    new Replay.Zone("school", Order.keepOut(TestZones.school()), Optional.empty()),
                    new Replay.Zone(
                            "home", Order.stayIn(TestZones.home()), Optional.of(TestZones.daily("19:00-07:00")))),
            DeviceTerms.defaults());

    private static ReplayRow row(String device, String at, String received, double east) {
        return new ReplayRow(
                device,
                Track.at(at),
                Track.at(received),
                TestZones.LATITUDE,
                TestZones.LONGITUDE + east / TestZones.METERS_EAST,
                true,
                10.0,
                null,
                null,
                8,
                null,
                Set.of(DeviceFact.LOW_BATTERY));
    }

    @Test
    void tellsWhoDidWhatWhereAndWhenItCouldBeKnown() {
        var rows = List.of(
                row("A", "10:02", "10:02:05", 1000),
                row("B", "10:02", "10:02:07", 1990),
                row("A", "10:03", "10:03:05", 2000),
                row("B", "10:03", "10:03:07", 1000),
                row("A", "10:04", "10:04:05", 2010),
                row("A", "10:05", "10:05:05", 2000));
        assertThat(REPLAY.run(rows, Optional.empty())).singleElement().satisfies(result -> {
            assertThat(result.deviceId()).isEqualTo("A");
            assertThat(result.zoneId()).isEqualTo("school");
            assertThat(result.rule()).isEqualTo(RuleKind.KEEP_OUT);
            assertThat(result.start()).isEqualTo(Track.at("10:03"));
            assertThat(result.confirmedAt()).isEqualTo(Track.at("10:04"));
            assertThat(result.raisedAt()).isEqualTo(Track.at("10:04:05"));
            assertThat(result.end()).isNull();
            assertThat(result.depthMeters()).isCloseTo(150, within(1.0));
            assertThat(result.fixes()).isEqualTo(3);
            assertThat(result.retrospective()).isFalse();
        });
    }

    @Test
    void untilLetsTheClockAloneMakeABreach() {
        var rows = List.of(
                row("A", "18:55", "18:55:05", 500),
                row("A", "18:56", "18:56:05", 500),
                row("A", "18:57", "18:57:05", 510));
        assertThat(REPLAY.run(rows, Optional.empty())).isEmpty();
        assertThat(REPLAY.run(rows, Optional.of(Track.at("19:30"))))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.start()).isEqualTo(Track.at("19:00"));
                    assertThat(result.confirmedAt()).isEqualTo(Track.at("19:00"));
                    assertThat(result.raisedAt()).isEqualTo(Track.at("19:00"));
                });
    }

    @Test
    void rowsThatArriveAtOneInstantAreJudgedTogether() {
        var rows = new ArrayList<ReplayRow>();
        for (int minute = 10; minute < 20; minute++) {
            rows.add(row("A", "10:" + minute, "15:00", minute < 15 ? 2000 : 1000));
        }
        assertThat(REPLAY.run(rows, Optional.empty())).singleElement().satisfies(result -> {
            assertThat(result.retrospective()).isTrue();
            assertThat(result.end()).isEqualTo(Track.at("10:15"));
            assertThat(result.raisedAt()).isEqualTo(Track.at("15:00"));
        });
    }

    @Test
    void anInvalidOrAbsentPositionIsNoEvidence() {
        Instant at = Track.at("10:00");
        var row = new ReplayRow("A", at, at, null, null, true, null, null, null, null, null, Set.of());
        assertThat(row.fix().located()).isFalse();
        assertThat(REPLAY.run(List.of(row), Optional.empty())).isEmpty();
    }

    @Test
    void rowsOfClocksThatFailedNeitherJudgeNorMakeTheRestLate() {
        var rows = new ArrayList<ReplayRow>();
        rows.add(row("A", "d30 10:00", "09:58", 2000));
        rows.add(row("A", "d30 10:01", "09:59", 2000));
        for (int minute = 10; minute < 15; minute++) {
            rows.add(row("A", "10:" + minute, "10:" + minute + ":05", minute < 12 ? 1000 : 2000));
        }
        assertThat(REPLAY.run(rows, Optional.empty())).singleElement().satisfies(result -> {
            assertThat(result.start()).isEqualTo(Track.at("10:12"));
            assertThat(result.raisedAt()).isEqualTo(Track.at("10:13:05"));
            assertThat(result.retrospective()).isFalse();
        });
    }
}
