package org.guitu.simulators.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.guitu.simulators.city.City;
import org.guitu.simulators.city.LatLon;
import org.guitu.simulators.city.Plane;
import org.guitu.simulators.city.Route;
import org.guitu.simulators.scenario.DemoCast;
import org.guitu.simulators.scenario.Supervisee;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class DayPlanTest {

    private static final Instant EIGHT = Instant.parse("2026-11-20T00:00:00Z");
    private static final Plane PLANE = new Plane(new LatLon(26.42, 113.63));
    private static final Coordinate HOME = new Coordinate(0, 0);
    private static final Coordinate WORK = new Coordinate(0, 1_000);
    private static final Route THERE = Route.through(List.of(HOME, WORK));

    /** Home until 8:10, an hour's work a kilometre to the north from 8:22 on, and home again. */
    private static DayPlan.Builder day() {
        return new DayPlan.Builder(PLANE, EIGHT)
                .loopFromHere()
                .stayUntil(EIGHT.plusSeconds(600), HOME, true)
                .go(THERE, Mode.WALK, 5)
                .stayUntil(EIGHT.plusSeconds(4_920), WORK, true)
                .go(THERE.reversed(), Mode.WALK, 5);
    }

    @Test
    void staysAndTripsFollowEachOther() {
        DayPlan plan = day().build();

        assertThat(plan.at(EIGHT)).isEqualTo(new Whereabouts(PLANE.toLatLon(HOME), 0, 0, true));
        Whereabouts halfway = plan.at(EIGHT.plusSeconds(600 + 360));
        assertThat(halfway.position().distanceMeters(PLANE.toLatLon(new Coordinate(0, 500))))
                .isLessThan(0.01);
        assertThat(halfway.speedKmh()).isEqualTo(5);
        assertThat(halfway.courseDegrees()).isZero();
        assertThat(halfway.indoors()).isFalse();
        assertThat(plan.at(EIGHT.plusSeconds(3_000)).position()).isEqualTo(PLANE.toLatLon(WORK));
    }

    @Test
    void theLoopComesRoundForEver() {
        DayPlan plan = day().build();
        Duration loop = Duration.between(EIGHT, plan.legs().getLast().to());

        Whereabouts once = plan.at(EIGHT.plusSeconds(900));
        assertThat(plan.at(EIGHT.plusSeconds(900).plus(loop))).isEqualTo(once);
        assertThat(plan.at(EIGHT.plusSeconds(900).plus(loop.multipliedBy(40)))).isEqualTo(once);
    }

    @Test
    void beforeThePlanThePersonIsWhereItStarts() {
        assertThat(day().build().at(EIGHT.minusSeconds(86_400)).position()).isEqualTo(PLANE.toLatLon(HOME));
    }

    @Test
    void aLegThatBeginsElsewhereIsRefused() {
        assertThatThrownBy(() -> day().stayUntil(EIGHT.plusSeconds(9_000), WORK, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000 m");
    }

    @Test
    void aTripFasterThanItsModeIsRefused() {
        assertThatThrownBy(() -> new Leg.Trip(EIGHT, THERE, Mode.WALK, 12))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobodyInTheCastEverJumps() {
        Instant start = Instant.parse("2026-11-20T12:31:40Z");
        DemoCast cast = DemoCast.of(City.generate(City.DEFAULT_SEED), start);
        for (Supervisee person : cast.supervisees()) {
            LatLon before =
                    person.script().at(start.minusSeconds(3_600)).whereabouts().position();
            for (int second = -3_595; second < 5 * 3_600; second += 5) {
                LatLon now = person.script()
                        .at(start.plusSeconds(second))
                        .whereabouts()
                        .position();
                assertThat(before.distanceMeters(now) / 5 * 3.6)
                        .as("km/h of person %d at second %d", person.number(), second)
                        .isLessThanOrEqualTo(Mode.BUS.topKmh() + 0.5);
                before = now;
            }
        }
    }
}
