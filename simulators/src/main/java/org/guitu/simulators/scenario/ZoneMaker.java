package org.guitu.simulators.scenario;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.simulators.city.City;
import org.guitu.simulators.city.Compound;
import org.guitu.simulators.city.LatLon;
import org.guitu.simulators.city.Name;
import org.guitu.simulators.city.Site;
import org.guitu.simulators.city.SiteKind;
import org.guitu.simulators.scenario.Routine.Curfew;
import org.guitu.simulators.scenario.Supervisee.Role;
import org.locationtech.jts.algorithm.MinimumDiameter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Draws the zones of the cast over the city. */
final class ZoneMaker {

    private static final double SCHOOL_MARGIN_METERS = 25;
    private static final double WIDE_METERS = 100;
    private static final double HOME_RADIUS_METERS = 180;

    /** Corners are cut, not rounded: an officer draws such a zone with a few clicks. */
    private static final int STRAIGHT = 1;

    /**
     * A forbidden zone, not yet ordered.
     *
     * @param shape in plane metres
     */
    record Draft(Name name, Geometry shape) {}

    private final City city;

    ZoneMaker(City city) {
        this.city = city;
    }

    /** What a person is kept out of; homes too near to it are refused elsewhere. */
    List<Draft> forbidden(int number, Role role, Coordinate home) {
        return switch (role) {
            case EXCLUSION -> List.of(wide(city.site("晚渡集市")));
            case CURFEW -> List.of();
            case STRAP -> List.of(victim(home));
            case SILENCE -> List.of(wide(narrowSchool()));
            case COMPLIANT ->
                switch (number % 5) {
                    case 1 -> List.of(school(home));
                    case 2 -> List.of(victim(home));
                    case 3 -> List.of(market("长灯农贸市场"));
                    default -> List.of();
                };
        };
    }

    Zone keepOut(Draft draft) {
        return new Zone(draft.name(), RuleKind.KEEP_OUT, polygonal(draft.shape()), Optional.empty());
    }

    Zone county() {
        Name name = new Name("居住县边界", "Boundary of the county of residence");
        return new Zone(name, RuleKind.STAY_IN, polygonal(city.county().shape()), Optional.empty());
    }

    /** A curfew within the walls of the compound. */
    Zone compound(Compound compound, Curfew curfew) {
        Name name = new Name(compound.name().zh() + "（宵禁）", compound.name().en() + " (curfew)");
        return new Zone(
                name,
                RuleKind.STAY_IN,
                polygonal(compound.shape().buffer(SCHOOL_MARGIN_METERS, STRAIGHT)),
                Optional.of(schedule(curfew)));
    }

    /** A curfew in a circle around the home. */
    Zone circle(Coordinate home, Curfew curfew) {
        LatLon centre = city.ground(home);
        return new Zone(
                new Name("住所（宵禁）", "Home (curfew)"),
                RuleKind.STAY_IN,
                new Area.Circle(centre.latitude(), centre.longitude(), HOME_RADIUS_METERS),
                Optional.of(schedule(curfew)));
    }

    private Draft market(String nameZh) {
        return around("禁止进入", "Keep out of ", city.site(nameZh));
    }

    private Draft school(Coordinate home) {
        return city.sites(SiteKind.SCHOOL).stream()
                .filter(site -> site.shape().getCentroid().getCoordinate().distance(home) > 450)
                .min(Comparator.comparingDouble(
                        site -> site.shape().getCentroid().getCoordinate().distance(home)))
                .map(site -> around("禁止进入", "Keep out of ", site))
                .orElseThrow();
    }

    /** The school that is crossed fastest. */
    private Site narrowSchool() {
        return city.sites(SiteKind.SCHOOL).stream()
                .min(Comparator.comparingDouble(
                        site -> MinimumDiameter.getMinimumDiameter(site.shape()).getLength()))
                .orElseThrow();
    }

    /** The compound in which an invented victim lives: neither next door nor at the other end of the city. */
    private Draft victim(Coordinate home) {
        Compound compound = city.compounds().stream()
                .filter(other -> other.shape().getCentroid().getCoordinate().distance(home) > 700)
                .min(Comparator.comparingDouble(
                        other -> other.shape().getCentroid().getCoordinate().distance(home)))
                .orElseThrow();
        return new Draft(
                new Name("被害人住所周边", "Around the victim's home"),
                compound.shape().buffer(SCHOOL_MARGIN_METERS, STRAIGHT));
    }

    private static Draft around(String zh, String en, Site site) {
        return new Draft(
                new Name(zh + site.name().zh(), en + site.name().en()),
                site.shape().buffer(SCHOOL_MARGIN_METERS, STRAIGHT));
    }

    /** With its surroundings: wide enough that minutes inside leave no doubt, whatever the receiver's drift. */
    private static Draft wide(Site site) {
        return new Draft(
                new Name(
                        "禁止进入" + site.name().zh() + "及周边100米",
                        "Keep 100 m away from " + site.name().en()),
                site.shape().buffer(WIDE_METERS, STRAIGHT));
    }

    private Area polygonal(Geometry shape) {
        return new Area.Polygonal(city.geographic(shape));
    }

    private static WeeklySchedule schedule(Curfew curfew) {
        return new WeeklySchedule(
                Routine.ZONE,
                List.of(new WeeklySchedule.Window(EnumSet.allOf(DayOfWeek.class), curfew.from(), curfew.to())));
    }
}
