package org.guitu.web.orders;

/** What lets positions be collected. The names are those of the telemetry schema. */
public enum BasisKind {
    /** A county head authorised a bracelet for at most three months. */
    AUTHORISATION,
    /** The person's own phone reports under a plan of information verification. Not a bracelet. */
    PHONE_PLAN
}
