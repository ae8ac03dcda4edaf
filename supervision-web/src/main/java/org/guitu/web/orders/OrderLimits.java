package org.guitu.web.orders;

import java.time.LocalDate;
import java.util.Optional;
import org.guitu.web.limits.Figure;
import org.guitu.web.limits.Limit;
import org.guitu.web.limits.LimitTable;
import org.guitu.web.limits.Limits;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/** The figures that bind bases, as they hold for a person's organisation on a day. */
record OrderLimits(LimitTable table, LocalDate day) {

    private static final Limit AUTHORISATION_MONTHS = Limit.of("orders.authorisation-months-max");
    private static final Limit PLAN_DAYS = Limit.of("orders.plan-days-max");
    private static final Limit CONTINUOUS_ALLOWED = Limit.of("orders.phone-continuous-allowed");
    private static final Limit RANDOM_POINTS = Limit.of("orders.random-points-max");
    private static final Limit RANDOM_POINT_MINUTES = Limit.of("orders.random-point-minutes");
    private static final Limit REVOCABLE_HOURS = Limit.of("orders.revocable-hours-max");

    static OrderLimits of(Handle handle, Person person, LocalDate day) {
        return of(handle, person.organisationId(), day);
    }

    static OrderLimits of(Handle handle, long organisationId, LocalDate day) {
        return new OrderLimits(Limits.of(handle, organisationId), day);
    }

    /** The longest authorisation, and the longest renewal. */
    LongestTerm authorisation() {
        return new LongestTerm(table.value(AUTHORISATION_MONTHS, day));
    }

    int planDaysMax() {
        return table.value(PLAN_DAYS, day);
    }

    /** Whether a phone may be located day and night. */
    boolean continuousAllowed() {
        return table.allows(CONTINUOUS_ALLOWED, day);
    }

    /** How many random points a day may have. */
    int randomPointsMax() {
        return table.value(RANDOM_POINTS, day);
    }

    /** How many minutes before and after a random point belong to it. */
    int randomPointMinutes() {
        return table.value(RANDOM_POINT_MINUTES, day);
    }

    /** How long after recording a basis may be taken back as a mistake; later it is ended, with a reason. */
    int revocableHours() {
        return table.value(REVOCABLE_HOURS, day);
    }

    /** Whether the law in force knows this ground. */
    boolean knows(Ground ground) {
        return table.allows(ground.limit(), day);
    }

    /** Where the law names a ground; empty for one that holds no more. */
    Optional<Figure> source(Ground ground) {
        return Optional.of(table.get(ground.limit(), day)).filter(figure -> figure.value() > 0);
    }
}
