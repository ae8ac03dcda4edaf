package org.guitu.web.sentence;

/** The chapters of the Criminal Law's special part. */
public enum Crime {
    STATE_SECURITY,
    PUBLIC_SECURITY,
    MARKET_ORDER,
    PERSONAL_RIGHTS,
    PROPERTY,
    SOCIAL_ORDER,
    NATIONAL_DEFENCE,
    CORRUPTION,
    DERELICTION,
    MILITARY
}
