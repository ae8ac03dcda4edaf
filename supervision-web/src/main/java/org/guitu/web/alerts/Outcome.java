package org.guitu.web.alerts;

/** What an officer judged an alert to be. */
public enum Outcome {
    /** It happened and breaks the order. */
    TRUE,
    /** It happened, with a reason that excuses it. */
    EXCUSED,
    /** It happened and had been allowed. */
    AUTHORISED,
    /** It did not happen. */
    FALSE,
    /** The device or its placing is at fault. */
    EQUIPMENT
}
