package org.guitu.simulators.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.guitu.geofence.rule.Order;
import org.guitu.simulators.city.City;
import org.guitu.simulators.city.Name;

/**
 * Thirty invented people and what happens to them, told from the instant at which their devices start. Everything a loader needs to make
 * the people, their devices, bases and zones through the ordinary services; {@link Supervisee#script()} is for the devices.
 *
 * <p>Zones are meant to be in force from some days before {@code start}, so that a stored previous day is judged too; likewise the bases.
 * Only the curfew of {@link Supervisee.Role#CURFEW} depends on {@code start}: a loader that meets people of an earlier start revises it.
 *
 * @param city where they live
 * @param start when the devices start
 * @param county the agency above the offices
 * @param offices the township offices of that county
 * @param supervisees in the order of their numbers
 */
public record DemoCast(City city, Instant start, Name county, List<Office> offices, List<Supervisee> supervisees) {

    /**
     * How often everyone's device is to be heard of, livelier than in earnest: so that the one who falls silent is missed within the story, 90
     * seconds on. Walls hide a receiver for minutes at a time, so a place is asked for more seldom.
     */
    public static final Order.ReportEvery PLAN =
            new Order.ReportEvery(Duration.ofMinutes(20), Duration.ofSeconds(10), Duration.ofSeconds(80));

    public DemoCast {
        offices = List.copyOf(offices);
        supervisees = List.copyOf(supervisees);
    }

    /** Makes the cast; equal arguments make equal casts. Takes about a second. */
    public static DemoCast of(City city, Instant start) {
        return new CastMaker(city, start).make();
    }

    /** The first person with a role. */
    public Supervisee supervisee(Supervisee.Role role) {
        return supervisees.stream()
                .filter(person -> person.role() == role)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no one with role " + role));
    }
}
