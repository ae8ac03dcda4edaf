package org.guitu.web.zones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problem;
import org.guitu.web.form.Problems;
import org.guitu.web.form.WeeklyHours;
import org.guitu.web.http.Form;
import org.junit.jupiter.api.Test;

class ZoneHoursTest {

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
        assertThat(problems.find("timeZone")).contains(Problem.of("ui.schedule.unknown-time-zone", "Asia/Shangai"));
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
        assertThat(problems(Map.of()).find("windows")).contains(Problem.of("ui.schedule.no-windows", ""));
    }

    @Test
    void noRowIsDroppedForItsNumber() {
        Map<String, List<String>> fields = new HashMap<>();
        window(fields, 0);
        window(fields, 100);
        for (int i = 0; i < 202; i++) {
            fields.put("date." + i, List.of("2099-01-01"));
            fields.put("dateFrom." + i, List.of("08:00"));
            fields.put("dateTo." + i, List.of("09:00"));
        }
        pause(fields, 101);
        ZoneHours hours = read(fields).orThrow();
        assertThat(hours.windows()).hasSize(2);
        assertThat(hours.dates().values()).singleElement().asInstanceOf(LIST).hasSize(202);
        assertThat(hours.pauses()).hasSize(1);
    }

    @Test
    void tooManyRowsAreRefusedNotCut() {
        Map<String, List<String>> fields = new HashMap<>();
        LocalDate first = LocalDate.of(2099, 1, 1);
        for (int i = 0; i < 150; i++) {
            window(fields, i);
            pause(fields, i);
            fields.put("date." + i, List.of(first.plusDays(i).toString()));
        }
        assertThat(problems(fields).byField())
                .containsOnly(
                        Map.entry("windows", Problem.of("ui.schedule.too-many-windows", "150")),
                        Map.entry("dates", Problem.of("zones.error.exceptions", 100)),
                        Map.entry("pauses", Problem.of("zones.error.exceptions", 100)));
    }

    @Test
    void hoursWithTheirExceptionsSurviveTheDatabase() {
        Map<String, List<String>> fields = new HashMap<>(
                Map.of("days.0", List.of("FRI", "MON"), "from.0", List.of("21:30"), "to.0", List.of("06:00")));
        fields.put("date.0", List.of("2026-10-01"));
        fields.put("date.1", List.of("2026-10-02"));
        fields.put("dateFrom.1", List.of("23:00"));
        fields.put("dateTo.1", List.of("05:00"));
        fields.put("pauseFrom.0", List.of("2026-03-02T08:00"));
        fields.put("pauseTo.0", List.of("2026-03-05T20:00"));
        fields.put("pauseNote.0", List.of("看病"));
        ZoneHours hours = read(fields).orThrow();
        ZoneHours again = ZoneHoursJson.stored(ZoneHoursJson.write(hours).toString());
        assertThat(again).isEqualTo(hours);
        assertThat(WeeklyHours.rows(again.windows()))
                .containsExactly(new WeeklyHours.Row(List.of("MON", "FRI"), "21:30", "06:00"));
        assertThat(ZoneForm.Times.of(again).dates())
                .containsExactly(
                        new ZoneForm.OddDay("2026-10-01", "", ""), new ZoneForm.OddDay("2026-10-02", "23:00", "05:00"));
        assertThat(again.pauses()).extracting(ZoneHours.Pause::note).containsExactly("看病");
    }

    @Test
    void zoneAtAllHoursHasExceptionsToo() {
        ZoneHours hours = read(Map.of(
                        "always",
                        List.of("on"),
                        "pauseFrom.0",
                        List.of("2026-03-02T08:00"),
                        "pauseTo.0",
                        List.of("2026-03-05T20:00")))
                .orThrow();
        WeeklySchedule schedule = hours.schedule().orElseThrow();
        assertThat(schedule.isOpen(Instant.parse("2026-03-02T00:00:00Z"))).isFalse();
        assertThat(schedule.isOpen(Instant.parse("2026-03-01T23:59:59Z"))).isTrue();
        assertThat(ZoneHoursJson.write(hours).has("weekly")).isFalse();
        assertThat(ZoneHoursJson.stored(ZoneHoursJson.write(hours).toString())).isEqualTo(hours);
    }

    @Test
    void eachExceptionIsBlamedByItsOwnRow() {
        Problems problems = problems(Map.of(
                "always",
                List.of("on"),
                "pauseFrom.1",
                List.of("2026-03-05T08:00"),
                "pauseTo.1",
                List.of("2026-03-02T08:00"),
                "dateFrom.0",
                List.of("08:00"),
                "date.2",
                List.of("2026-10-01"),
                "dateFrom.2",
                List.of("8 o'clock"),
                "dateTo.2",
                List.of("09:00")));
        assertThat(problems.byField().keySet()).containsExactlyInAnyOrder("pause.1", "date.0", "date.2");
        assertThat(problems.find("pause.1")).contains(Problem.of("zones.error.pause.reversed"));
    }

    @Test
    void shortestWindowTakesTouchingWindowsTogether() {
        ZoneHours hours = read(Map.of(
                        "days.0",
                        List.of("MON", "TUE"),
                        "from.0",
                        List.of("08:00"),
                        "to.0",
                        List.of("12:00"),
                        "days.1",
                        List.of("MON"),
                        "from.1",
                        List.of("12:00"),
                        "to.1",
                        List.of("17:00"),
                        "days.2",
                        List.of("SAT"),
                        "from.2",
                        List.of("22:00"),
                        "to.2",
                        List.of("03:00")))
                .orThrow();
        assertThat(ZoneTerms.shortest(hours)).contains(Duration.ofHours(4));
    }

    private static void window(Map<String, List<String>> fields, int row) {
        fields.put("days." + row, List.of("MON"));
        fields.put("from." + row, List.of("21:00"));
        fields.put("to." + row, List.of("06:00"));
    }

    private static void pause(Map<String, List<String>> fields, int row) {
        fields.put("pauseFrom." + row, List.of("2099-03-02T08:00"));
        fields.put("pauseTo." + row, List.of("2099-03-05T20:00"));
    }

    private static Problems problems(Map<String, List<String>> fields) {
        return read(fields) instanceof Outcome.Invalid<ZoneHours>(Problems problems) ? problems : Problems.none();
    }

    private static Outcome<ZoneHours> read(Map<String, List<String>> raw) {
        return Outcome.of(() -> {
            Fields fields = new Fields();
            var hours = ZoneExceptions.read(ZoneFields.read(Form.of(raw)).times(), fields);
            fields.refuseIfAny();
            return hours;
        });
    }
}
