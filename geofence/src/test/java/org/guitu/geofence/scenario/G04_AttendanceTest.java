package org.guitu.geofence.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.Rule;
import org.junit.jupiter.api.Test;

/** Be at the school between nine and twelve for at least two hours: an hour's absence is allowed. */
class G04_AttendanceTest {

    private static final Rule ATTEND = TestZones.rule(
            5,
            new Order.StayIn(TestZones.school(), Optional.of(Duration.ofHours(2))),
            Optional.of(TestZones.daily("09:00-12:00")));

    /** A report every ten minutes at a place, from a minute of the day on. */
    private static String every(int fromMinute, int toMinute, String place) {
        var table = new StringBuilder();
        for (int minute = fromMinute; minute < toMinute; minute += 10) {
            table.append(String.format("%02d:%02d  %s  ±10m%n", minute / 60, minute % 60, place));
        }
        return table.toString();
    }

    @Test
    void twoHoursOfThreeAreEnough() {
        var fixes = Track.parse(every(530, 580, "town") + every(580, 710, "school") + every(710, 730, "town"));
        assertThat(Watch.findings(fixes, "13:00", ATTEND)).isEmpty();
    }

    @Test
    void beingOutsideIsNoFindingWhileThereIsTimeLeft() {
        var fixes = Track.parse(every(530, 590, "town"));
        assertThat(Watch.findings(fixes, "09:55", ATTEND)).isEmpty();
    }

    @Test
    void timeAloneMakesTheAbsenceTooLong() {
        var fixes = Track.parse(every(530, 600, "town"));
        assertThat(Watch.findings(fixes, "10:05", ATTEND))
                .containsExactly("ATTENDANCE 10:00:00.001 to now, confirmed 10:00:00.001, raised 10:00:00.001");
    }

    @Test
    void theWindowEndsIt() {
        var fixes = Track.parse(every(530, 730, "town"));
        assertThat(Watch.findings(fixes, "13:00", ATTEND))
                .containsExactly("ATTENDANCE 10:00:00.001 to 12:00, confirmed 10:00:00.001, raised 10:00:00.001");
    }

    @Test
    void aGapIsNoAttendanceAndNoAbsenceEither() {
        var fixes = Track.parse(every(540, 600, "school") + every(720, 740, "school"));
        assertThat(Watch.findings(fixes, "13:00", ATTEND))
                .containsExactly("ATTENDANCE_UNPROVEN 09:00 to 12:00, confirmed 12:00, raised 12:00, retrospective");
    }

    @Test
    void aBacklogThatFillsTheGapProvesIt() {
        var late = every(600, 720, "school").replace("±10m", "±10m  arrives 12:30");
        var fixes = Track.parse(every(540, 600, "school") + every(720, 740, "school") + late);
        assertThat(Watch.findings(fixes, "13:00", ATTEND)).isEmpty();
    }

    @Test
    void aWindowThatIsCutShortIsAskedOfNobody() {
        var fixes = Track.parse(every(530, 730, "town"));
        Rule from = TestZones.between(ATTEND, Track.at("10:00"), java.time.Instant.MAX);
        Rule until = TestZones.between(ATTEND, java.time.Instant.MIN, Track.at("11:00"));
        assertThat(Watch.findings(fixes, "13:00", from)).isEmpty();
        assertThat(Watch.findings(fixes, "13:00", until)).isEmpty();
    }

    @Test
    void comingLateButInTimeIsDatedFromTheFirstFixThere() {
        var fixes = Track.parse(every(530, 600, "town") + every(600, 725, "school"));
        assertThat(Watch.findings(fixes, "13:00", ATTEND)).isEmpty();
    }
}
