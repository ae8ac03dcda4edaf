package org.guitu.geofence.rule;

/** The kinds of rule a court can order that this judge knows. */
public enum RuleKind {
    /** Be inside the area while the schedule is in force. */
    STAY_IN,
    /** Do not be inside the area while the schedule is in force. */
    KEEP_OUT
}
