package org.guitu.geofence.rule;

/** The kinds of rule a court or an agency can order. */
public enum RuleKind {
    /** Be inside the area while the schedule is in force, or for a part of it. */
    STAY_IN,
    /** Do not be inside the area while the schedule is in force. */
    KEEP_OUT,
    /** Two people's devices keep their distance. */
    KEEP_AWAY,
    /** Two devices of one person stay together. */
    STAY_TOGETHER,
    /** Be heard of, and say where, as often as the plan says. */
    REPORT_EVERY;

    /** Whether a pair of devices is judged rather than one person's own timeline. */
    public boolean isOfPair() {
        return this == KEEP_AWAY || this == STAY_TOGETHER;
    }
}
