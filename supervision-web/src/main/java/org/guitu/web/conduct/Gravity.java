package org.guitu.web.conduct;

/** How grave a breach was, as whoever entered it judged: 情节轻微, 较重, 严重. */
public enum Gravity {
    LIGHT,
    HEAVIER,
    SERIOUS
}
