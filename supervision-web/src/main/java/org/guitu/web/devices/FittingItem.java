package org.guitu.web.devices;

/** What has to be seen after a bracelet was put on, before one relies on it. */
public enum FittingItem {
    /** The strap reports closed. */
    STRAP_CLOSED,
    /** It knows where it is. */
    FIRST_FIX,
    /** An alarm made on purpose arrived. */
    TEST_ALARM
}
