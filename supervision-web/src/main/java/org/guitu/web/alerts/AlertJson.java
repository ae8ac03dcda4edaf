package org.guitu.web.alerts;

import java.time.Instant;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.web.alerts.Handling.State;
import org.jspecify.annotations.Nullable;

/** An alert as the API shows it; {@code openapi.yaml} says what each member means. */
record AlertJson(
        long id,
        long personId,
        String personName,
        FindingKind kind,
        Severity severity,
        @Nullable Long ruleId,
        @Nullable String zoneName,
        @Nullable String placeName,
        @Nullable Long otherPersonId,
        @Nullable String otherPersonName,
        Instant startedAt,
        Instant confirmedAt,
        Instant raisedAt,
        @Nullable Instant endedAt,
        double depthM,
        int fixes,
        int occurrences,
        boolean retrospective,
        @Nullable Instant withdrawnAt,
        State state,
        @Nullable Long acknowledgedBy,
        @Nullable String acknowledgedByName,
        @Nullable Instant acknowledgedAt,
        @Nullable Long resolvedBy,
        @Nullable Instant resolvedAt,
        @Nullable Outcome outcome) {

    static AlertJson of(AlertRow row) {
        Alert alert = row.alert();
        return new AlertJson(
                alert.alertId(),
                alert.personId(),
                row.personName(),
                alert.kind(),
                alert.severity(),
                alert.ruleId(),
                row.zoneName(),
                alert.placeName(),
                row.otherName() == null ? null : alert.otherPersonId(),
                row.otherName(),
                alert.startedAt(),
                alert.confirmedAt(),
                alert.raisedAt(),
                alert.endedAt(),
                alert.depthM(),
                alert.fixes(),
                alert.occurrences(),
                alert.retrospective(),
                alert.withdrawnAt(),
                alert.state(),
                alert.acknowledgedBy(),
                row.acknowledgedName(),
                alert.acknowledgedAt(),
                alert.resolvedBy(),
                alert.resolvedAt(),
                alert.outcome());
    }
}
