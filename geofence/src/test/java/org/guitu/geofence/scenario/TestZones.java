package org.guitu.geofence.scenario;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;

/** The ground of the scenarios: a home and a school, two kilometres apart in an invented town, and the orders about them. */
public final class TestZones {

    public static final double LATITUDE = 30.0;
    public static final double LONGITUDE = 120.0;
    public static final double METERS_NORTH = 110_852;
    public static final double METERS_EAST = 96_486;

    private TestZones() {}

    /** A circle whose centre lies some metres east and north of home. */
    public static Area circle(double east, double north, double radius) {
        return new Area.Circle(LATITUDE + north / METERS_NORTH, LONGITUDE + east / METERS_EAST, radius);
    }

    /** A hundred metres about home. */
    public static Area home() {
        return circle(0, 0, 100);
    }

    /** A hundred and fifty metres about a place two kilometres east. */
    public static Area school() {
        return circle(2000, 0, 150);
    }

    /** Every day, {@code 21:00-06:00}, by the clock of UTC unless a zone follows: {@code 21:00-06:00 Europe/Berlin}. */
    public static WeeklySchedule daily(String hours) {
        String[] words = hours.split("[- ]", 3);
        return new WeeklySchedule(
                ZoneId.of(words.length > 2 ? words[2] : "UTC"),
                List.of(new WeeklySchedule.Window(
                        EnumSet.allOf(DayOfWeek.class), LocalTime.parse(words[0]), LocalTime.parse(words[1]))));
    }

    public static Rule stayIn(Area area) {
        return rule(1, RuleKind.STAY_IN, area, Optional.empty());
    }

    public static Rule keepOut(Area area) {
        return rule(2, RuleKind.KEEP_OUT, area, Optional.empty());
    }

    public static Rule curfew(String hours) {
        return rule(3, RuleKind.STAY_IN, home(), Optional.of(daily(hours)));
    }

    public static Rule rule(long id, RuleKind kind, Area area, Optional<WeeklySchedule> schedule) {
        return rule(id, kind == RuleKind.STAY_IN ? Order.stayIn(area) : Order.keepOut(area), schedule);
    }

    public static Rule rule(long id, Order order, Optional<WeeklySchedule> schedule) {
        return new Rule(id, order, schedule, Instant.MIN, Instant.MAX);
    }

    /** The same rule for a part of time only. */
    public static Rule between(Rule rule, Instant from, Instant to) {
        return new Rule(rule.id(), rule.order(), rule.schedule(), from, to);
    }

    public static RuleBook book(Rule... rules) {
        return new RuleBook(1, List.of(rules));
    }
}
