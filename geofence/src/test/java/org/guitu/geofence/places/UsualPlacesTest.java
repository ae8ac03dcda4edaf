package org.guitu.geofence.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.guitu.geofence.track.Fix;
import org.junit.jupiter.api.Test;

class UsualPlacesTest {

    private static final StopSettings STOPS = StopSettings.of(Duration.ofMinutes(25));
    private static final HabitSettings HABITS = HabitSettings.defaults();

    /** Nights at home, weekdays at work in town, three weeks; one visit to the school. */
    static final String THREE_WEEKS = """
            d1-d20 19:00 - d+1 07:30  home
            d1-d5 08:00 - 18:00       town
            d8-d12 08:00 - 18:00      town
            d15-d19 08:00 - 18:00     town
            d6 10:00 - 12:00          school
            """;

    @Test
    void homeAndWorkAreUsualAndOneVisitIsNot() {
        assertThat(places(THREE_WEEKS, ZoneOffset.UTC))
                .containsExactly(
                        "home 16 visits on 21 days, 250h 0m, MONDAY-SUNDAY 0-8, MONDAY-SUNDAY 19-24",
                        "town 15 visits on 15 days, 150h 0m, MONDAY-FRIDAY 8-18");
    }

    @Test
    void noiseDoesNotMoveThem() {
        for (long seed = 1; seed <= 5; seed++) {
            List<Fix> fixes = Stays.parse(THREE_WEEKS.replace("home", "home  wild"), 20, seed);
            assertThat(UsualPlaces.of(Stops.of(fixes, STOPS), Stretches.observed(fixes, STOPS), ZoneOffset.UTC, HABITS))
                    .as("seed " + seed)
                    .hasSize(2)
                    .allSatisfy(place -> assertThat(place.radiusMeters()).isLessThan(120))
                    .extracting(place -> Stays.ground(place.latitude(), place.longitude()))
                    .containsExactly("home", "town");
        }
    }

    @Test
    void hoursAreOfTheWallClock() {
        assertThat(places("""
                d1-d20 12:00 - 16:00  home
                """, ZoneId.of("Asia/Shanghai")))
                .containsExactly("home 20 visits on 20 days, 80h 0m, MONDAY-SUNDAY 20-24");
    }

    @Test
    void whoeverNeverLeavesHasOneUsualPlace() {
        assertThat(places("d1-d6 00:00 - 23:59  home", ZoneOffset.UTC))
                .singleElement()
                .asString()
                .startsWith("home 1 visits on 6 days");
    }

    @Test
    void twoDaysAreNoHabit() {
        assertThat(places("d1-d2 08:00 - 18:00  town", ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void unobservedHoursAreNotTypicalOfAnything() {
        // Nights are never seen: what lies in the gaps of a stop is not counted.
        assertThat(places("""
                d1-d20 21:00 - 22:00  home
                d2-d21 06:00 - 07:00  home
                """, ZoneOffset.UTC))
                .singleElement()
                .asString()
                .contains("21-22", "6-7")
                .doesNotContain("0-")
                .doesNotContain("22-");
    }

    static List<String> places(String table, ZoneId zone) {
        List<Fix> fixes = Stays.parse(table);
        return UsualPlaces.of(Stops.of(fixes, STOPS), Stretches.observed(fixes, STOPS), zone, HABITS).stream()
                .map(UsualPlacesTest::line)
                .toList();
    }

    private static String line(UsualPlace place) {
        return Stays.ground(place.latitude(), place.longitude()) + " " + place.visits() + " visits on " + place.days()
                + " days, " + Stays.span(place.observed()) + ", "
                + place.typical().stream()
                        .map(hours -> days(hours) + " " + hours.fromHour() + "-" + hours.toHour())
                        .collect(Collectors.joining(", "));
    }

    private static String days(TypicalHours hours) {
        List<DayOfWeek> days = hours.days().stream().sorted().toList();
        return days.getFirst() + (days.size() == 1 ? "" : "-" + days.getLast());
    }
}
