package org.guitu.web.leave;

import java.time.Instant;

/**
 * How someone on leave was seen after.
 *
 * @param place where the person was, as far as was seen or said
 */
public record LeaveCheck(Instant at, Way way, String place, String note, String recordedBy) {

    /** By what. */
    public enum Way {
        PHONE,
        VIDEO,
        /** The agency at the destination, asked for help (IM-28). */
        LOCAL_AGENCY
    }
}
