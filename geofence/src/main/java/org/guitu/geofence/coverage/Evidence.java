package org.guitu.geofence.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.guitu.geofence.schedule.Span;

/**
 * What is known of a subject about a stretch of time and a little before it. Lists of spans are in order, see {@link Span}.
 *
 * @param fixes device times of reports that say where the subject was, in order
 * @param blind device times of reports that do not, in order
 * @param freshFor for how long a report of an instant speaks: the interval plus buffer of the plan then
 * @param authorised when a basis in law covered the subject
 * @param heard when packets arrived, by the platform's clock
 * @param downtime when the platform did not listen
 * @param poweredOff from a device's saying that it shuts down to its next report
 * @param breaches when a rule was found broken
 */
public record Evidence(
        List<Instant> fixes,
        List<Instant> blind,
        Function<Instant, Duration> freshFor,
        List<Span> authorised,
        List<Span> heard,
        List<Span> downtime,
        List<Span> poweredOff,
        List<Span> breaches) {

    public Evidence {
        fixes = List.copyOf(fixes);
        blind = List.copyOf(blind);
        authorised = List.copyOf(authorised);
        heard = List.copyOf(heard);
        downtime = List.copyOf(downtime);
        poweredOff = List.copyOf(poweredOff);
        breaches = List.copyOf(breaches);
    }
}
