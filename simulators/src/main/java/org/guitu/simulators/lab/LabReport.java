package org.guitu.simulators.lab;

import java.time.Instant;
import org.guitu.geofence.replay.ReplayRow;

/**
 * A row as replay reads it, with what only the laboratory knows.
 *
 * @param row what is judged
 * @param origin what made it
 * @param trueTime when it was made, whatever its clock says
 */
public record LabReport(ReplayRow row, Origin origin, Instant trueTime) {

    /** Whether the clock was right. */
    public boolean timely() {
        return row.fixTime().equals(trueTime);
    }
}
