package org.guitu.web.people;

/**
 * Where a case of community corrections stands.
 *
 * <pre>
 * INVESTIGATION -> DECIDED -> AWAITING_REPORT -> (NOT_TAKEN_UP) -> ACTIVE
 * ACTIVE <-> ON_LEAVE | TRANSFERRING | OUT_OF_SUPERVISION | SUSPENDED_DETAINED
 *        -> CLOSED_EXPIRED | CLOSED_PARDON | TERMINATED
 * </pre>
 */
public enum CaseState {
    /** 调查评估: a deciding body asks whether the person can be supervised here. */
    INVESTIGATION,
    /** 已决定: the deciding body has decided on corrections; papers and person are to come. */
    DECIDED,
    /** 待报到: the person must report in. */
    AWAITING_REPORT,
    /** 漏管: the person did not report in, or the hand-over broke. */
    NOT_TAKEN_UP,
    /** 在矫. */
    ACTIVE,
    /** 外出. */
    ON_LEAVE,
    /** 变更执行地. */
    TRANSFERRING,
    /** 脱管: whereabouts lost, or found but refuses supervision. */
    OUT_OF_SUPERVISION,
    /** 羁押: held elsewhere, e.g. for another deed. */
    SUSPENDED_DETAINED,
    /** 期满解除. */
    CLOSED_EXPIRED,
    /** 赦免解除. */
    CLOSED_PARDON,
    /** 终止: revoked, recalled, convicted anew, dead, or never admitted. */
    TERMINATED;

    /** Whether a case may begin here when it is entered. Papers served are a step, from whose day the terms run. */
    public boolean beginning() {
        return this == INVESTIGATION || this == DECIDED || this == ACTIVE;
    }

    /** Whether the person has been received and is not yet discharged. */
    public boolean inCorrections() {
        return switch (this) {
            case ACTIVE, ON_LEAVE, TRANSFERRING, OUT_OF_SUPERVISION, SUSPENDED_DETAINED -> true;
            case INVESTIGATION, DECIDED, AWAITING_REPORT, NOT_TAKEN_UP, CLOSED_EXPIRED, CLOSED_PARDON, TERMINATED ->
                false;
        };
    }

    /** How a page colours its word. */
    String tone() {
        return switch (this) {
            case NOT_TAKEN_UP, OUT_OF_SUPERVISION -> "critical";
            case SUSPENDED_DETAINED -> "serious";
            case ACTIVE, ON_LEAVE, TRANSFERRING -> "good";
            case INVESTIGATION, DECIDED, AWAITING_REPORT -> "neutral";
            case CLOSED_EXPIRED, CLOSED_PARDON, TERMINATED -> "none";
        };
    }

    public boolean closed() {
        return this == CLOSED_EXPIRED || this == CLOSED_PARDON || this == TERMINATED;
    }
}
