package org.guitu.web.tracks;

/** Why someone looks at a track (personal information protection law, articles 6 and 28: specific, sufficient, necessary). */
public enum Purpose {
    ALERT,
    DAILY_CHECK,
    LOST_CONTACT,
    CASE_REVIEW,
    /** A written request of police, court or procuratorate. */
    OUTSIDE_REQUEST,
    OTHER
}
