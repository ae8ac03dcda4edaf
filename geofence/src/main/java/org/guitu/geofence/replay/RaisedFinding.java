package org.guitu.geofence.replay;

import java.time.Instant;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.judgement.Retrospect;

/**
 * A standing finding with what only arrival can tell.
 *
 * @param id its identity, growing in the order of raising
 * @param finding what is now known of it
 * @param raisedAt when the judge could first know: the arrival of the evidence, or the instant at which the clock alone made it
 * @param retrospective whether it had already ended by then, see {@link Retrospect}
 */
public record RaisedFinding(long id, Finding finding, Instant raisedAt, boolean retrospective) {

    static RaisedFinding raised(long id, Finding finding, Instant raisedAt) {
        return new RaisedFinding(id, finding, raisedAt, Retrospect.whenRaised(finding));
    }

    RaisedFinding updated(Finding newer) {
        return new RaisedFinding(id, newer, raisedAt, Retrospect.whenUpdated(retrospective, newer, raisedAt));
    }
}
