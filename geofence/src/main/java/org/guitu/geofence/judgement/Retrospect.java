package org.guitu.geofence.judgement;

import java.time.Instant;

/**
 * Whether a finding had already ended when its evidence arrived: recorded and shown, no siren. A backlog may come in one piece or packet by
 * packet; either way a violation that was over before it could be known is retrospective, and one that lasted on is not.
 */
public final class Retrospect {

    private Retrospect() {}

    /** For a finding that is raised now: it is retrospective if its end is known with it. */
    public static boolean whenRaised(Finding finding) {
        return finding.end() != null;
    }

    /**
     * For a finding of which more has become known.
     *
     * @param before what held so far
     * @param raisedAt when it was raised
     */
    public static boolean whenUpdated(boolean before, Finding finding, Instant raisedAt) {
        return finding.end() != null && (before || !finding.end().isAfter(raisedAt));
    }
}
