package org.guitu.geofence.judgement;

import java.time.Duration;
import java.time.Instant;
import org.guitu.geofence.evidence.Belief;
import org.guitu.geofence.evidence.EvidenceSettings;
import org.jspecify.annotations.Nullable;

/**
 * How long a subject has been seen present at a place, and seen absent from it, since a window opened.
 *
 * <p>Time counts for the side belief is on while evidence is fresh; what lies beyond is unobserved and counts for neither. Hence two ways to fail:
 * seen absent for so long that the dwell can no longer be reached (that is certain before the window closes, and time alone makes it so), or not
 * seen present for long enough when it closes. Mutable; owned by a {@link RuleState}.
 */
final class Attendance {

    /** When the window opened; null while none is open. */
    @Nullable
    Instant openedAt;

    /** Up to where time has been counted. */
    Instant countedTo = Instant.MIN;

    double presentSeconds;
    double absentSeconds;

    Attendance copy() {
        var copy = new Attendance();
        copy.openedAt = openedAt;
        copy.countedTo = countedTo;
        copy.presentSeconds = presentSeconds;
        copy.absentSeconds = absentSeconds;
        return copy;
    }

    void open(Instant at) {
        openedAt = at;
        countedTo = at;
        presentSeconds = 0;
        absentSeconds = 0;
    }

    void close() {
        openedAt = null;
    }

    boolean isOpen() {
        return openedAt != null;
    }

    /** Counts the time up to an instant for the side belief is on. */
    void count(Instant to, Belief belief, EvidenceSettings settings) {
        double seconds = observed(countedTo, to, belief, settings);
        if (belief.violating()) {
            absentSeconds += seconds;
        } else {
            presentSeconds += seconds;
        }
        countedTo = to.isAfter(countedTo) ? to : countedTo;
    }

    /** Belief has turned, and turned as of an earlier instant: what was counted since then counts for the other side. */
    void turned(Belief belief) {
        Instant since = belief.since();
        Instant opened = openedAt;
        if (since == null || opened == null) {
            return;
        }
        double seconds = Math.max(0, seconds(since.isAfter(opened) ? since : opened, countedTo));
        double moved = Math.min(seconds, belief.violating() ? presentSeconds : absentSeconds);
        presentSeconds += belief.violating() ? -moved : moved;
        absentSeconds += belief.violating() ? moved : -moved;
    }

    /** When absence will have lasted for more than {@code allowance} if it lasts on; {@link Instant#MAX} if evidence will be stale before. */
    Instant exceededAt(Duration allowance, Belief belief, EvidenceSettings settings) {
        double left = allowance.toMillis() / 1000.0 - absentSeconds;
        if (left < 0) {
            return countedTo;
        }
        Instant informed = belief.informedAt();
        if (!belief.violating() || informed == null) {
            return Instant.MAX;
        }
        Instant at = countedTo.plusMillis((long) (left * 1000) + 1);
        return at.isBefore(informed.plus(settings.freshFor())) ? at : Instant.MAX;
    }

    boolean exceeded(Duration allowance) {
        return absentSeconds * 1000 > allowance.toMillis();
    }

    private static double observed(Instant from, Instant to, Belief belief, EvidenceSettings settings) {
        Instant informed = belief.informedAt();
        if (informed == null) {
            return 0;
        }
        Instant fresh = informed.plus(settings.freshFor());
        return Math.max(0, seconds(from, to.isBefore(fresh) ? to : fresh));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
