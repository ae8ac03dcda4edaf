package org.guitu.web.coverage;

import java.time.Duration;
import java.util.Locale;
import org.guitu.geofence.coverage.Coverage;

/** What a part of a day is shown as. In the order in which a bar is built from below. */
enum Share {
    /** Observed, and no rule was found broken. */
    OBSERVED,
    /** Observed, and a rule was found broken. */
    BREACH,
    NO_FIX,
    NO_PACKET,
    POWERED_OFF,
    SERVER_DOWN,
    NOT_AUTHORISED;

    Duration of(Coverage day) {
        return switch (this) {
            case OBSERVED -> day.observed().minus(day.breach());
            case BREACH -> day.breach();
            case NO_FIX -> day.noFix();
            case NO_PACKET -> day.noPacket();
            case POWERED_OFF -> day.poweredOff();
            case SERVER_DOWN -> day.serverDown();
            case NOT_AUTHORISED -> day.notAuthorised();
        };
    }

    /** Its CSS name. */
    String look() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
