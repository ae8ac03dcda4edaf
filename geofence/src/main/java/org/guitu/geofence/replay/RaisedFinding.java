package org.guitu.geofence.replay;

import java.time.Instant;
import org.guitu.geofence.judgement.Finding;

/**
 * A standing finding with what only arrival can tell.
 *
 * @param id its identity, growing in the order of raising
 * @param finding what is now known of it
 * @param raisedAt when the judge could first know: the arrival of the evidence, or the instant at which the clock alone made it
 * @param retrospective whether it had already ended by then. One that later truth re-opens is raised anew and is so no longer
 */
public record RaisedFinding(long id, Finding finding, Instant raisedAt, boolean retrospective) {

    static RaisedFinding raised(long id, Finding finding, Instant raisedAt) {
        return new RaisedFinding(id, finding, raisedAt, finding.end() != null);
    }

    RaisedFinding updated(Finding newer, Instant now) {
        boolean reopened = finding.end() != null && newer.end() == null;
        return reopened && retrospective
                ? raised(id, newer, now)
                : new RaisedFinding(id, newer, raisedAt, retrospective);
    }
}
