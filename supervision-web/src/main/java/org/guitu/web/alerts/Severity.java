package org.guitu.web.alerts;

import org.guitu.geofence.judgement.FindingKind;
import org.jspecify.annotations.Nullable;

/** How urgent an alert is, from the domain's alarm table; most urgent first. */
public enum Severity {
    CRITICAL,
    SERIOUS,
    INFO;

    /**
     * The severity of a kind of finding. A faked location is treated as a device that reports jamming; a warning and a lack of proof are no breach,
     * and so information.
     */
    public static Severity of(FindingKind kind) {
        return switch (kind) {
            case EXCLUSION, BOUNDARY, PROXIMITY, TAMPER, SOS -> CRITICAL;
            case CURFEW, ATTENDANCE, SEPARATION, COMM_LOSS, NO_FIX, POWER, JAMMING, MOCK_LOCATION, OVERDUE_RETURN ->
                SERIOUS;
            case APPROACH, ATTENDANCE_UNPROVEN, LOW_BATTERY -> INFO;
        };
    }

    /** The severity with this name; null for null. */
    public static @Nullable Severity ofNullable(@Nullable String name) {
        return name == null ? null : valueOf(name);
    }

    /**
     * Whether news of such a finding rings. What had already ended when its evidence arrived does not, but SOS and tamper always do;
     * what is merely information never does.
     */
    public static boolean rings(FindingKind kind, boolean retrospective) {
        boolean always = kind == FindingKind.SOS || kind == FindingKind.TAMPER;
        return always || (!retrospective && of(kind) != INFO);
    }
}
