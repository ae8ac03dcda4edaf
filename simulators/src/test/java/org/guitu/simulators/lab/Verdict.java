package org.guitu.simulators.lab;

import java.time.Instant;

/** A finding of any judge. One that lasts ends with the day. */
record Verdict(Instant start, Instant confirmedAt, Instant end) {

    boolean touches(LabViolation violation) {
        return !start.isAfter(violation.end()) && !end.isBefore(violation.start());
    }
}
