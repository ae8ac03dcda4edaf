package org.guitu.web.conduct;

import java.util.List;

/**
 * What the ladder calls for because of one incident.
 *
 * @param grounds why, at least one
 * @param earlier the measures received before that bear on it, with the oldest first
 */
record Rung(MeasureKind kind, Incident incident, List<Ground> grounds, List<Received> earlier) {

    Rung {
        grounds = List.copyOf(grounds);
        earlier = List.copyOf(earlier);
    }
}
