package org.guitu.simulators.lab;

/** What made a report; known to the laboratory alone. */
public enum Origin {
    /** A satellite fix that errs as its claim says. */
    HONEST,
    /** A satellite fix that is anywhere and claims to be sure. */
    WILD,
    /** A cell fix with an honest claim. */
    CELL,
    /** A report without a valid position. */
    NONE
}
