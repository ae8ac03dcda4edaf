package org.guitu.geofence.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guitu.geofence.schedule.Span;

/**
 * How a stretch of time divides. {@code observed} and the causes of what was not observed add up to the stretch.
 *
 * <p>Two reports with a place, no further apart than the plan and its buffer allow, vouch for the time between them. Where they are further apart,
 * nothing of the gap is observed: nobody knows where in it the subject went. Of several causes the first that applies counts, in the order of the
 * fields below.
 *
 * @param observed the subject's place was known
 * @param breach of the observed time: a rule was found broken
 * @param notAuthorised no basis in law covered the subject: nothing may be known
 * @param serverDown the platform did not listen
 * @param poweredOff the device had said that it shuts down
 * @param noFix the device was heard of, or had recorded, but did not know its place
 * @param noPacket nothing was heard of the device
 */
public record Coverage(
        Duration observed,
        Duration breach,
        Duration notAuthorised,
        Duration serverDown,
        Duration poweredOff,
        Duration noFix,
        Duration noPacket) {

    /**
     * Divides a stretch.
     *
     * @param stretch a day, as a rule
     * @param now what lies after it is not yet part of the stretch
     */
    public static Coverage of(Span stretch, Evidence evidence, Instant now) {
        Instant to = now.isBefore(stretch.to()) ? now : stretch.to();
        List<Span> all = stretch.from().isBefore(to) ? List.of(new Span(stretch.from(), to)) : List.of();
        List<Span> lawful = Span.common(all, evidence.authorised());
        List<Span> observed = Span.common(lawful, between(evidence, now));
        List<Span> left = Span.without(lawful, observed);
        List<Span> down = Span.common(left, evidence.downtime());
        left = Span.without(left, down);
        List<Span> off = Span.common(left, evidence.poweredOff());
        left = Span.without(left, off);
        List<Span> blind = Span.common(left, alive(evidence));
        left = Span.without(left, blind);
        return new Coverage(
                Span.total(observed),
                Span.total(Span.common(observed, evidence.breaches())),
                Span.total(Span.without(all, lawful)),
                Span.total(down),
                Span.total(off),
                Span.total(blind),
                Span.total(left));
    }

    /** How long the stretch was, up to now. */
    public Duration total() {
        return observed.plus(notAuthorised)
                .plus(serverDown)
                .plus(poweredOff)
                .plus(noFix)
                .plus(noPacket);
    }

    /** The time that reports vouch for; the newest also up to now, while it is fresh. */
    private static List<Span> between(Evidence evidence, Instant now) {
        List<Instant> reports = evidence.fixes();
        var spans = new ArrayList<Span>();
        for (int i = 0; i < reports.size(); i++) {
            Instant at = reports.get(i);
            Instant next = i + 1 < reports.size() ? reports.get(i + 1) : later(now, at);
            if (Duration.between(at, next).compareTo(evidence.freshFor().apply(at)) <= 0) {
                spans.add(new Span(at, next));
            }
        }
        return Span.merged(spans);
    }

    /** When the device was there, whether it knew its place or not. */
    private static List<Span> alive(Evidence evidence) {
        var spans = new ArrayList<Span>();
        for (Instant at : evidence.blind()) {
            spans.add(new Span(at, at.plus(evidence.freshFor().apply(at))));
        }
        for (Span run : evidence.heard()) {
            spans.add(new Span(run.from(), run.to().plus(evidence.freshFor().apply(run.to()))));
        }
        return Span.merged(spans);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
