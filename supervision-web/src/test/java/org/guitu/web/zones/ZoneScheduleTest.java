package org.guitu.web.zones;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problem;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Form;
import org.junit.jupiter.api.Test;

class ZoneScheduleTest {

    @Test
    void unknownTimeZoneIsNamed() {
        Problems problems = problems(Map.of(
                "timeZone",
                List.of("Asia/Shangai"),
                "days.0",
                List.of("MON"),
                "from.0",
                List.of("21:00"),
                "to.0",
                List.of("06:00")));
        assertThat(problems.find("timeZone"))
                .contains(Problem.of("zones.error.schedule.unknown-time-zone", "Asia/Shangai"));
    }

    @Test
    void eachRowIsBlamedByItsOwnNumberAndEmptyRowsAreSkipped() {
        Problems problems = problems(Map.of(
                "days.0",
                List.of("MON"),
                "from.0",
                List.of("21:00"),
                "to.0",
                List.of("06:00"),
                "days.2",
                List.of("TUE"),
                "from.2",
                List.of("25:00"),
                "to.2",
                List.of("06:00"),
                "from.3",
                List.of("08:00"),
                "to.3",
                List.of("09:00")));
        assertThat(problems.byField().keySet()).containsExactlyInAnyOrder("window.2", "window.3");
    }

    @Test
    void noWindowAtAllIsRefused() {
        assertThat(problems(Map.of()).find("windows")).contains(Problem.of("zones.error.schedule.no-windows", ""));
    }

    @Test
    void windowAcrossMidnightSurvivesTheDatabase() {
        Map<String, List<String>> fields =
                Map.of("days.0", List.of("FRI", "MON"), "from.0", List.of("21:30"), "to.0", List.of("06:00"));
        WeeklySchedule schedule = read(fields).orThrow();
        WeeklySchedule again = ZoneSchedule.stored(ZoneSchedule.write(schedule).toString());
        assertThat(again).isEqualTo(schedule);
        assertThat(ZoneSchedule.rows(again))
                .containsExactly(new ZoneForm.Window(List.of("MON", "FRI"), "21:30", "06:00"));
    }

    private static Problems problems(Map<String, List<String>> fields) {
        return read(fields) instanceof Outcome.Invalid<WeeklySchedule>(Problems problems) ? problems : Problems.none();
    }

    private static Outcome<WeeklySchedule> read(Map<String, List<String>> raw) {
        return Outcome.of(() -> {
            Fields fields = new Fields();
            var schedule = ZoneSchedule.read(ZoneFields.read(Form.of(raw)), fields);
            fields.refuseIfAny();
            return schedule.orElseThrow();
        });
    }
}
