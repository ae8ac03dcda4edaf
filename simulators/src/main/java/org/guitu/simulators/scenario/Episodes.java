package org.guitu.simulators.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.guitu.simulators.city.City;
import org.guitu.simulators.city.Route;
import org.guitu.simulators.motion.DayPlan;
import org.guitu.simulators.motion.Mode;
import org.guitu.simulators.scenario.Haunts.Haunt;
import org.guitu.simulators.scenario.Routine.Curfew;
import org.locationtech.jts.algorithm.MinimumDiameter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The plans of the four people to whom something happens, timed to the second from the start of the devices. Times in seconds after it:
 *
 * <pre>
 * EXCLUSION   25 enters on a bicycle    210 leaves            then a visit every second outing
 * CURFEW      curfew begins at the whole minute nearest to 65, he sits in a park until 1200, then goes home
 * SILENCE     45 falls silent   75 enters   before 220 leaves   285 is back and uploads
 * </pre>
 *
 * The strap needs no plan of its own: it is a fact of the script, open from 90 to 300.
 */
final class Episodes {

    static final Duration ENTRY = Duration.ofSeconds(25);
    static final Duration EXIT = Duration.ofSeconds(210);
    static final Duration STRAP_OPENED = Duration.ofSeconds(90);
    static final Duration STRAP_CLOSED = Duration.ofMinutes(5);
    static final Duration SILENT_FROM = Duration.ofSeconds(45);
    static final Duration SILENT_TO = Duration.ofSeconds(285);
    static final Duration UNSEEN_ENTRY = Duration.ofSeconds(75);

    private static final double HASTE_KMH = 17;
    private static final double CROSSING_KMH = 12;
    private static final Duration LOOP = Duration.ofHours(24);

    private final City city;
    private final Instant start;
    private final RandomGenerator random;

    Episodes(City city, Instant start, RandomGenerator random) {
        this.city = city;
        this.start = start;
        this.random = random;
    }

    /** The curfew that begins about a minute after the start. */
    static Curfew curfewAfter(Instant start) {
        Instant begin = start.plusSeconds(65 + 30).truncatedTo(ChronoUnit.MINUTES);
        LocalTime from = begin.atZone(Routine.ZONE).toLocalTime();
        return new Curfew(from, from.plusHours(9));
    }

    /** An ordinary life. */
    DayPlan ordinary(Haunts haunts, Optional<Curfew> curfew, Instant from) {
        DayPlan.Builder plan = new DayPlan.Builder(city.plane(), from);
        Routine routine = new Routine(haunts, curfew, Optional.empty(), random);
        plan.stayUntil(from.plusSeconds(random.nextInt(5, 600)), haunts.home().at(), true);
        // past the start, so that some are out just then
        routine.fill(plan, start.plusSeconds(random.nextInt(600, 3600)));
        // a loop of a whole day, so that the curfew comes round at the same hour
        routine.fill(plan.loopFromHere(), plan.now().plus(LOOP));
        return plan.build();
    }

    /** Rides into the zone, stays a little, leaves, and is tempted again later. */
    DayPlan exclusion(Haunts haunts, Geometry zone) {
        Haunt from = haunts.places().get(1);
        Haunt inside = new Haunt(zone.getInteriorPoint().getCoordinate(), false);
        Route way = haunts.route(from, inside);
        double speed = HASTE_KMH;
        Crossing crossing = Crossing.of(way, zone);
        Instant departure = start.plus(ENTRY).minusMillis(Crossing.millis(crossing.entryMeters(), speed));
        Route home = haunts.route(inside, haunts.home());
        double outMeters = Crossing.of(home, zone).exitMeters();
        DayPlan.Builder plan = new DayPlan.Builder(city.plane(), start.minus(LOOP));
        plan.stayUntil(departure, from.at(), from.indoors()).go(way, Mode.BIKE, speed);
        plan.stayUntil(start.plus(EXIT).minusMillis(Crossing.millis(outMeters, speed)), inside.at(), false);
        plan.go(home, Mode.BIKE, speed).loopFromHere();
        new Routine(haunts, Optional.empty(), Optional.of(inside), random)
                .fill(plan, plan.now().plus(LOOP));
        return plan.build();
    }

    /** Sits in a park when the curfew begins, and goes home twenty minutes after the start. */
    DayPlan curfew(Haunts haunts, Curfew curfew) {
        Haunt out = haunts.places().stream()
                .filter(place ->
                        !place.indoors() && place.at().distance(haunts.home().at()) > 400)
                .findFirst()
                .orElse(haunts.places().getLast());
        DayPlan.Builder plan = new DayPlan.Builder(city.plane(), start.minus(LOOP));
        plan.stayUntil(start.plus(Duration.ofMinutes(20)), out.at(), out.indoors());
        plan.go(haunts.route(out, haunts.home()), Mode.BIKE, Mode.BIKE.usualKmh());
        Instant end = curfew.endIfHolding(plan.now()).orElse(plan.now());
        plan.stayUntil(end.plusSeconds(600), haunts.home().at(), true).loopFromHere();
        new Routine(haunts, Optional.of(curfew), Optional.empty(), random)
                .fill(plan, plan.now().plus(LOOP));
        return plan.build();
    }

    /** Rides straight through the zone while nobody hears the device, rests, goes home. */
    DayPlan silence(Haunts haunts, Geometry zone) {
        Route way = across(zone);
        Crossing crossing = Crossing.of(way, zone);
        Haunt far = new Haunt(way.end(), false);
        Instant departure = start.plus(UNSEEN_ENTRY).minusMillis(Crossing.millis(crossing.entryMeters(), CROSSING_KMH));
        DayPlan.Builder plan = new DayPlan.Builder(city.plane(), start.minus(LOOP));
        plan.stayUntil(departure, way.start(), false).go(way, Mode.BIKE, CROSSING_KMH);
        plan.stayUntil(start.plus(Duration.ofMinutes(12)), far.at(), false);
        plan.go(haunts.route(far, haunts.home()), Mode.BIKE, Mode.BIKE.usualKmh())
                .loopFromHere();
        new Routine(haunts, Optional.empty(), Optional.empty(), random)
                .fill(plan, plan.now().plus(LOOP));
        return plan.build();
    }

    /** A straight line over a zone's narrow side, from well before it to well behind it. */
    static Route across(Geometry zone) {
        MinimumDiameter narrow = new MinimumDiameter(zone);
        Coordinate[] width = narrow.getDiameter().getCoordinates();
        double length = narrow.getLength();
        double dx = (width[1].x - width[0].x) / length;
        double dy = (width[1].y - width[0].y) / length;
        Coordinate middle = zone.getCentroid().getCoordinate();
        double before = length / 2 + 150;
        return Route.through(List.of(
                new Coordinate(middle.x - dx * before, middle.y - dy * before),
                new Coordinate(middle.x + dx * before, middle.y + dy * before)));
    }
}
