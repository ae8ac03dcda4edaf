package org.guitu.geofence.judgement;

/** What a finding is about; the words of the domain's alarm table. */
public enum FindingKind {
    /** Confirmed inside a forbidden zone in force. */
    EXCLUSION,
    /** Confirmed outside an area that holds at all hours. */
    BOUNDARY,
    /** Confirmed outside an area in its hours. */
    CURFEW,
    TAMPER,
    SOS,
    LOW_BATTERY,
    POWER,
    JAMMING,
    MOCK_LOCATION
}
