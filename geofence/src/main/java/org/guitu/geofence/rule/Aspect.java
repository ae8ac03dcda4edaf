package org.guitu.geofence.rule;

/** What of a rule is watched on a line of its own: an order may have a warning about it that begins and ends by itself. */
public enum Aspect {
    /** The order itself. */
    ORDER,
    /** The band around a forbidden area in which a warning is raised. */
    APPROACH
}
