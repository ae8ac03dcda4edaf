package org.guitu.geofence.judgement;

/** What a finding is about; the words of the domain's alarm table. */
public enum FindingKind {
    /** Confirmed inside a forbidden zone in force. */
    EXCLUSION,
    /** Confirmed within the band around a forbidden zone in which a warning is raised. */
    APPROACH,
    /** Confirmed outside an area that holds at all hours. */
    BOUNDARY,
    /** Confirmed outside an area in its hours. */
    CURFEW,
    /** So long absent from a place in a window that the required dwell can no longer be reached. */
    ATTENDANCE,
    /** A window closed without the required dwell having been seen, nor an absence that rules it out. */
    ATTENDANCE_UNPROVEN,
    /** Within the set distance of a protected or forbidden person. */
    PROXIMITY,
    /** Bracelet and phone apart. */
    SEPARATION,
    /** No packet for longer than the plan and its buffer. */
    COMM_LOSS,
    /** Packets, but no valid fix for longer than the plan and its buffer. */
    NO_FIX,
    TAMPER,
    SOS,
    LOW_BATTERY,
    POWER,
    JAMMING,
    MOCK_LOCATION,
    /** Leave ended and no return was reported: found by the clock of the case, never by the judge. */
    OVERDUE_RETURN;

    /** Whether an order was broken: neither a warning, nor a lack of proof, nor what a device says of itself, nor silence. */
    public boolean isBreach() {
        return switch (this) {
            case EXCLUSION, BOUNDARY, CURFEW, ATTENDANCE, PROXIMITY, SEPARATION -> true;
            default -> false;
        };
    }

    /** Whether it is judged on the times of arrival rather than on the times of the fixes. */
    public boolean isOfArrival() {
        return this == COMM_LOSS || this == NO_FIX;
    }
}
