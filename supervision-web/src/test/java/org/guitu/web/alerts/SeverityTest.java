package org.guitu.web.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.guitu.geofence.judgement.FindingKind;
import org.junit.jupiter.api.Test;

class SeverityTest {

    @Test
    void everyKindHasTheSeverityAndTheSoundOfTheAlarmTable() {
        assertThat(Arrays.stream(FindingKind.values())
                        .map(kind -> "%s %s now:%s late:%s"
                                .formatted(
                                        kind,
                                        Severity.of(kind),
                                        Severity.rings(kind, false) ? "ring" : "-",
                                        Severity.rings(kind, true) ? "ring" : "-")))
                .containsExactlyInAnyOrder(
                        "EXCLUSION CRITICAL now:ring late:-",
                        "APPROACH INFO now:- late:-",
                        "BOUNDARY CRITICAL now:ring late:-",
                        "CURFEW SERIOUS now:ring late:-",
                        "ATTENDANCE SERIOUS now:ring late:-",
                        "ATTENDANCE_UNPROVEN INFO now:- late:-",
                        "PROXIMITY CRITICAL now:ring late:-",
                        "SEPARATION SERIOUS now:ring late:-",
                        "COMM_LOSS SERIOUS now:ring late:-",
                        "NO_FIX SERIOUS now:ring late:-",
                        "TAMPER CRITICAL now:ring late:ring",
                        "SOS CRITICAL now:ring late:ring",
                        "LOW_BATTERY INFO now:- late:-",
                        "POWER SERIOUS now:ring late:-",
                        "JAMMING SERIOUS now:ring late:-",
                        "MOCK_LOCATION SERIOUS now:ring late:-",
                        "OVERDUE_RETURN SERIOUS now:ring late:-");
    }
}
