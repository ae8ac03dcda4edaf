package org.guitu.geofence.track;

/** What a device itself says is wrong. Each becomes a finding directly, from its rising to its falling edge. */
public enum DeviceFact {
    SOS,
    TAMPER,
    LOW_BATTERY,
    POWER,
    JAMMING,
    MOCK_LOCATION
}
