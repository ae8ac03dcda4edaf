package org.guitu.geofence.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.guitu.geofence.scenario.Track;
import org.guitu.geofence.track.Fix;
import org.junit.jupiter.api.Test;

class PatternsTest {

    /** The day on which something may be different is d22, a Monday. */
    private static final String BEFORE = UsualPlacesTest.THREE_WEEKS + "d21 19:00 - d+1 07:30  home\n";

    @Test
    void anOrdinaryDayDepartsFromNothing() {
        assertThat(departures("""
                d22 08:00 - 18:00      town
                d22 19:00 - 23:55      home
                """)).isEmpty();
    }

    @Test
    void noiseDepartsFromNothing() {
        String noisy =
                BEFORE.replace("home", "home  wild").replace("town", "town  wild") + "d22 08:00 - 18:00  town  wild\n";
        for (long seed = 1; seed <= 10; seed++) {
            assertThat(report(Stays.parse(noisy, 25, seed), "d23 00:00", 8).departures())
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @Test
    void workMissedWhileSeenElsewhereIsTold() {
        assertThat(departures("""
                d22 07:35 - 18:00      home
                d22 19:00 - 23:55      home
                """)).containsExactly("d22 not at town 08:00-18:00, elsewhere 10h 0m");
    }

    @Test
    void workMissedWhileNothingWasSeenIsNotTold() {
        assertThat(departures("d22 19:00 - 23:55  home")).isEmpty();
        assertThat(departures("""
                d22 08:00 - 09:00      school
                d22 19:00 - 23:55      home
                """)).doesNotContain("d22 not at town 08:00-18:00, elsewhere 1h 0m");
    }

    @Test
    void workPerhapsVisitedInAGapIsNotMissed() {
        assertThat(departures("""
                d22 08:00 - 08:20      town
                d22 08:50 - 17:00      home+400m N
                d22 19:00 - 23:55      home
                """)).containsExactly("d22 new place home+400m, 8h 10m");
    }

    @Test
    void aLongStopNeverSeenBeforeIsToldOnce() {
        assertThat(departures("""
                d22 08:00 - 18:00  town
                d22 18:10 - 19:40  home+700m N
                d22 20:00 - d+1 07:30  home
                d23 08:00 - 18:00  town
                d23 18:10 - 19:40  home+700m N
                d23 20:00 - 23:55  home
                """)).containsExactly("d22 new place home+700m, 1h 30m");
    }

    @Test
    void aPlaceSeenOnceBeforeIsNotNew() {
        assertThat(departures("""
                d22 08:00 - 18:00  town
                d22 18:10 - 20:00  school
                d22 20:10 - 23:55  home
                """)).isEmpty();
    }

    @Test
    void aNightElsewhereIsToldInsteadOfTheMissingHome() {
        assertThat(departures("""
                d22 08:00 - 18:00      town
                d22 18:30 - d+1 07:30  school+300m E
                d23 08:00 - 18:00      town
                d23 19:00 - 23:55      home
                """))
                .containsExactly(
                        "d22 not at home 19:00-24:00, elsewhere 5h 0m",
                        "d22 new place school+300m, 13h 0m",
                        "d23 night at school+300m, 5h 0m, usually home");
    }

    @Test
    void aNightWithoutFixesIsNoNightElsewhere() {
        assertThat(departures("""
                d22 08:00 - 18:00      town
                d23 08:00 - 18:00      town
                d23 19:00 - 23:55      home
                """)).isEmpty();
    }

    @Test
    void theFirstWeekTeachesAndIsNotJudged() {
        PatternReport report = report(Stays.parse(BEFORE), "d8 00:00", 1);
        assertThat(report.departures()).isEmpty();
        assertThat(report.days()).hasSize(7).noneMatch(PatternReport.Day::judged);
    }

    @Test
    void unobservedTimeIsSaidOfEachDay() {
        PatternReport report = report(Stays.parse(BEFORE + "d22 10:00 - 14:00  town\n"), "d23 00:00", 22);
        assertThat(report.days()).singleElement().satisfies(day -> {
            assertThat(day.observed()).isEqualTo(Duration.ofMinutes(7 * 60 + 30 + 4 * 60));
            assertThat(day.unobserved()).isEqualTo(Duration.ofHours(24).minus(day.observed()));
            assertThat(day.judged()).isTrue();
        });
    }

    @Test
    void hoursThatAreNotOverAreNotMissed() {
        List<Fix> fixes = Stays.parse(BEFORE + "d22 07:35 - 15:00  home\n");
        assertThat(report(fixes, "d22 15:00", 22).departures()).isEmpty();
    }

    private static List<String> departures(String after) {
        return report(Stays.parse(BEFORE + after), "d24 00:00", 22).departures().stream()
                .map(PatternsTest::line)
                .toList();
    }

    private static PatternReport report(List<Fix> fixes, String until, int firstDay) {
        StopSettings stops = StopSettings.of(Duration.ofMinutes(25));
        return Patterns.of(
                Stops.of(fixes, stops),
                Stretches.observed(fixes, stops),
                LocalDate.of(2026, 3, 1 + firstDay),
                Track.at(until),
                ZoneOffset.UTC,
                HabitSettings.defaults());
    }

    private static String line(Departure departure) {
        String day = "d" + (departure.day().getDayOfMonth() - 1) + " ";
        return day
                + switch (departure) {
                    case Departure.UsualStopMissing missing ->
                        "not at " + ground(missing.place()) + " " + hours(missing.hours()) + ", elsewhere "
                                + Stays.span(missing.elsewhere());
                    case Departure.NewPlace place ->
                        "new place " + ground(place.stop()) + ", "
                                + Stays.span(place.stop().observed());
                    case Departure.NightElsewhere night ->
                        "night at " + ground(night.stop()) + ", "
                                + Stays.span(night.stop().observed()) + ", usually " + ground(night.usual());
                };
    }

    private static String ground(Stop stop) {
        return Stays.ground(stop.latitude(), stop.longitude());
    }

    private static String ground(UsualPlace place) {
        return Stays.ground(place.latitude(), place.longitude());
    }

    private static String hours(List<Stretch> hours) {
        Stretch only = hours.getFirst();
        String to = Stays.time(only.to()).replaceAll("^d\\d+ ", "");
        return Stays.time(only.from()).replaceAll("^d\\d+ ", "") + "-" + (to.equals("00:00") ? "24:00" : to);
    }
}
