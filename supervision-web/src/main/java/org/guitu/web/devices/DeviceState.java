package org.guitu.web.devices;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a device is in its life.
 *
 * <pre>
 * RECEIVED -> IN_STOCK -> FITTED -> REMOVED -> IN_STOCK
 * FITTED -> IN_REPAIR | LOST      (it is worn no more)
 * IN_STOCK | REMOVED -> IN_REPAIR | LOST
 * IN_REPAIR | LOST -> IN_STOCK
 * all but FITTED -> RETIRED
 * </pre>
 */
public enum DeviceState {
    /** It came and was not looked at yet. */
    RECEIVED,
    /** It can be put on somebody. */
    IN_STOCK,
    /** Somebody wears it. */
    FITTED,
    /** It was taken off and has to be looked at before it is in stock again. */
    REMOVED,
    IN_REPAIR,
    LOST,
    /** It is off the books for good. */
    RETIRED;

    /** What it can become next. */
    public Set<DeviceState> next() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(IN_STOCK, IN_REPAIR, RETIRED);
            case IN_STOCK -> EnumSet.of(FITTED, IN_REPAIR, LOST, RETIRED);
            case FITTED -> EnumSet.of(REMOVED, IN_REPAIR, LOST);
            case REMOVED -> EnumSet.of(IN_STOCK, IN_REPAIR, LOST, RETIRED);
            case IN_REPAIR -> EnumSet.of(IN_STOCK, LOST, RETIRED);
            case LOST -> EnumSet.of(IN_STOCK, RETIRED);
            case RETIRED -> EnumSet.noneOf(DeviceState.class);
        };
    }

    public boolean mayBecome(DeviceState other) {
        return next().contains(other);
    }

    /** Whether one moves a device there by hand; the other states follow from putting on, taking off and retiring. */
    boolean byHand() {
        return this == IN_STOCK || this == IN_REPAIR || this == LOST;
    }
}
