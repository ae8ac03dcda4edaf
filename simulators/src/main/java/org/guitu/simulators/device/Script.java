package org.guitu.simulators.device;

import java.time.Instant;

/** What really happens to a device and its wearer. A pure function of time, so that tests and the demo can share it. */
@FunctionalInterface
public interface Script {

    /** The truth at an instant, past or future. */
    Moment at(Instant when);
}
