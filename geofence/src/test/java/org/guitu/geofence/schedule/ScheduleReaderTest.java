package org.guitu.geofence.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.guitu.geofence.schedule.ScheduleReader.Problem;
import org.guitu.geofence.schedule.ScheduleReader.RawWindow;
import org.guitu.geofence.schedule.ScheduleReader.Reading;
import org.guitu.geofence.schedule.ScheduleReader.Reason;
import org.junit.jupiter.api.Test;

class ScheduleReaderTest {

    @Test
    void readsDaysTimesAndZone() {
        var reading = ScheduleReader.read(
                "Asia/Shanghai", List.of(new RawWindow(List.of("MON", "tuesday"), "21:00", "24:00")));
        assertThat(reading)
                .isEqualTo(new Reading.Read(new WeeklySchedule(
                        ZoneId.of("Asia/Shanghai"),
                        List.of(new WeeklySchedule.Window(
                                Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
                                LocalTime.of(21, 0),
                                LocalTime.MIDNIGHT)))));
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        var reading = ScheduleReader.read(
                "Asia/Atlantis",
                List.of(new RawWindow(List.of(), "21:00", "25:00"), new RawWindow(List.of("XYZ"), "", "06:00")));
        assertThat(reading)
                .isEqualTo(new Reading.Refused(List.of(
                        new Problem(Reason.UNKNOWN_TIME_ZONE, -1, "Asia/Atlantis"),
                        new Problem(Reason.NO_DAYS, 0, ""),
                        new Problem(Reason.NOT_A_TIME, 0, "25:00"),
                        new Problem(Reason.UNKNOWN_DAY, 1, "XYZ"),
                        new Problem(Reason.NOT_A_TIME, 1, ""))));
    }

    @Test
    void refusesAScheduleWithoutWindows() {
        assertThat(ScheduleReader.read("UTC", List.of()))
                .isEqualTo(new Reading.Refused(List.of(new Problem(Reason.NO_WINDOWS, -1, ""))));
    }
}
