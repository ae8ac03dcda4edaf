package org.guitu.simulators.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.simulators.city.City;
import org.guitu.simulators.city.LatLon;
import org.guitu.simulators.scenario.Supervisee.Role;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

class DemoCastTest {

    private static final Instant START = Instant.parse("2026-11-20T03:14:22Z");
    private static final City CITY = City.generate(City.DEFAULT_SEED);
    private static final DemoCast CAST = DemoCast.of(CITY, START);

    @Test
    void thirtyPeopleWithInventedNamesAndDevicesOfTheirOwn() {
        List<Supervisee> people = CAST.supervisees();

        assertThat(people).hasSize(30);
        assertThat(people).allSatisfy(person -> {
            assertThat(person.name().zh()).startsWith("演示·");
            assertThat(person.name().en()).startsWith("Demo ");
        });
        assertThat(people).extracting(Supervisee::name).doesNotHaveDuplicates();
        assertThat(people).extracting(person -> person.device().identity()).doesNotHaveDuplicates();
        assertThat(people)
                .filteredOn(person -> person.device().kind() == DemoDevice.Kind.PHONE)
                .hasSize(6);
        assertThat(people)
                .filteredOn(person -> person.device().kind() == DemoDevice.Kind.BRACELET)
                .allSatisfy(person -> assertThat(person.device().identity()).matches("\\d{12}"));
        assertThat(CAST.offices()).hasSize(3);
        assertThat(people).extracting(Supervisee::office).allMatch(CAST.offices()::contains);
        assertThat(people).filteredOn(Supervisee::history).hasSizeBetween(3, 8);
    }

    @Test
    void equalArgumentsMakeEqualCasts() {
        DemoCast again = DemoCast.of(City.generate(City.DEFAULT_SEED), START);

        for (int i = 0; i < CAST.supervisees().size(); i++) {
            Supervisee one = CAST.supervisees().get(i);
            Supervisee other = again.supervisees().get(i);
            assertThat(other.home()).isEqualTo(one.home());
            for (int minute = -600; minute < 3_000; minute += 47) {
                Instant at = START.plus(Duration.ofMinutes(minute));
                assertThat(other.script().at(at)).isEqualTo(one.script().at(at));
            }
        }
    }

    @Test
    void firstPersonEntersTheMarketAtTwentyFiveSecondsAndLeavesThreeMinutesLater() {
        Supervisee person = CAST.supervisee(Role.EXCLUSION);
        Zone market = only(person, RuleKind.KEEP_OUT);

        assertThat(inside(person, market, -60)).isFalse();
        assertThat(inside(person, market, 23)).isFalse();
        assertThat(inside(person, market, 27)).isTrue();
        assertThat(inside(person, market, 120)).isTrue();
        assertThat(inside(person, market, 200)).isTrue();
        assertThat(inside(person, market, 214)).isFalse();
        long later = IntStream.range(1, 105)
                .filter(hundred -> inside(person, market, 300 + hundred * 100))
                .count();
        assertThat(later).as("visits in the next three hours").isPositive();
    }

    @Test
    void secondPersonIsOutLongBeforeAndAfterHisCurfewBegins() {
        Supervisee person = CAST.supervisee(Role.CURFEW);
        Zone home = person.zones().stream()
                .filter(zone -> zone.schedule().isPresent())
                .findFirst()
                .orElseThrow();
        WeeklySchedule.Window window = home.schedule().orElseThrow().windows().getFirst();

        assertThat(window.from()).isEqualTo(LocalTime.of(11, 15));
        assertThat(home.kind()).isEqualTo(RuleKind.STAY_IN);
        for (int second = -300; second < 1200; second += 10) {
            assertThat(inside(person, home, second)).isFalse();
            assertThat(distance(person, second, person.home().position())).isGreaterThan(200);
        }
        assertThat(inside(person, home, 2_400)).isTrue();
    }

    @Test
    void curfewBeginsAtTheWholeMinuteNearestToSixtyFiveSeconds() {
        for (int second = 0; second < 60; second++) {
            Instant start = Instant.parse("2026-11-20T03:14:00Z").plusSeconds(second);
            Routine.Curfew curfew = Episodes.curfewAfter(start);
            long wait = Duration.between(start, curfew.nextStart(start)).toSeconds();
            assertThat(wait).isBetween(35L, 95L);
        }
    }

    @Test
    void thirdPersonsStrapIsOpenFromNinetySecondsToFiveMinutes() {
        Supervisee person = CAST.supervisee(Role.STRAP);

        assertThat(List.of(89, 90, 299, 300))
                .map(second -> person.script().at(at(second)).strapClosed())
                .containsExactly(true, false, false, true);
    }

    @Test
    void fourthPersonCrossesTheSchoolUnheard() {
        Supervisee person = CAST.supervisee(Role.SILENCE);
        Zone school = only(person, RuleKind.KEEP_OUT);

        for (int second = -600; second < 900; second++) {
            boolean online = person.script().at(at(second)).online();
            assertThat(online).isEqualTo(second < 45 || second >= 285);
            if (online) {
                assertThat(inside(person, school, second))
                        .as("second %d", second)
                        .isFalse();
            }
        }
        assertThat(inside(person, school, 70)).isFalse();
        assertThat(inside(person, school, 78)).isTrue();
        assertThat(inside(person, school, 230)).isFalse();
        assertThat(IntStream.range(45, 285)
                        .filter(second -> inside(person, school, second))
                        .count())
                .isGreaterThan(60);
    }

    @Test
    void everyoneElseKeepsToEverythingForDays() {
        for (Supervisee person : CAST.supervisees()) {
            for (Zone zone : person.zones()) {
                if (person.role() != Role.COMPLIANT && !zone.name().en().startsWith("Boundary")) {
                    continue;
                }
                for (int minute = -24 * 60; minute < 50 * 60; minute += 2) {
                    if (inForce(zone, minute)) {
                        boolean inside = inside(person, zone, minute * 60);
                        assertThat(inside)
                                .as(
                                        "person %d, %s, minute %d",
                                        person.number(), zone.name().en(), minute)
                                .isEqualTo(zone.kind() == RuleKind.STAY_IN);
                    }
                }
            }
        }
    }

    @Test
    void aThirdOfThePeopleIsOnTheMoveWhenItStarts() {
        assertThat(CAST.supervisees())
                .filteredOn(person -> person.script().at(at(20)).whereabouts().speedKmh() > 0)
                .hasSizeBetween(5, 20);
    }

    @Test
    void homesAndWorkplacesHaveAddressesInBothLanguages() {
        assertThat(CAST.supervisees()).allSatisfy(person -> {
            assertThat(person.home().text().zh()).endsWith("栋");
            assertThat(person.home().text().en()).startsWith("Building ");
            assertThat(person.work().text().zh()).contains("号");
            assertThat(person.zones()).isNotEmpty();
        });
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    private static Zone only(Supervisee person, RuleKind kind) {
        return person.zones().stream()
                .filter(zone -> zone.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static double distance(Supervisee person, int second, LatLon place) {
        return person.script().at(at(second)).whereabouts().position().distanceMeters(place);
    }

    private static boolean inside(Supervisee person, Zone zone, int second) {
        LatLon point = person.script().at(at(second)).whereabouts().position();
        return switch (zone.area()) {
            case Area.Circle circle ->
                new LatLon(circle.latitude(), circle.longitude()).distanceMeters(point) < circle.radiusMeters();
            case Area.Polygonal polygon ->
                PreparedGeometryFactory.prepare(polygon.geometry())
                        .contains(
                                new GeometryFactory().createPoint(new Coordinate(point.longitude(), point.latitude())));
            default -> throw new AssertionError("circles and polygons only in the cast: " + zone.area());
        };
    }

    private static boolean inForce(Zone zone, int minute) {
        LocalTime clock = at(minute * 60).atZone(Routine.ZONE).toLocalTime();
        return zone.schedule().isEmpty()
                || zone.schedule().orElseThrow().windows().stream()
                        .anyMatch(window -> window.to().isAfter(window.from())
                                ? !clock.isBefore(window.from()) && clock.isBefore(window.to())
                                : !clock.isBefore(window.from()) || clock.isBefore(window.to()));
    }
}
