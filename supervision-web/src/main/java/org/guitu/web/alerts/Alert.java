package org.guitu.web.alerts;

import java.time.Instant;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.web.alerts.Handling.State;
import org.jspecify.annotations.Nullable;

/**
 * An alert as stored.
 *
 * @param alertId its identity
 * @param personId about whom
 * @param kind what happened
 * @param severity how urgent
 * @param ruleId the rule broken; null for what the device itself raised
 * @param otherPersonId the second of a pair; null where it is about one person alone
 * @param placeName which place of a group the newest finding is about; null for any other rule
 * @param startedAt when the violation began, device time
 * @param confirmedAt device time of the fix that first convinced
 * @param raisedAt when the platform could know
 * @param endedAt null while it lasts
 * @param depthM greatest supported distance on the wrong side, metres
 * @param fixes how many fixes weigh in it
 * @param occurrences how many standing findings it gathers
 * @param retrospective whether all of it had ended when its evidence arrived
 * @param withdrawnAt when later truth took it back; null: it stands
 * @param withdrawalReason the judge's word for it
 * @param openedAt when the alert was made
 * @param ringsAt when it last had news worth a sound
 * @param state how far the handling has come
 * @param contacted whether the person has been spoken to or met
 * @param seen whether the person has been seen, face to face or by video
 */
public record Alert(
        long alertId,
        long personId,
        FindingKind kind,
        Severity severity,
        @Nullable Long ruleId,
        @Nullable Long otherPersonId,
        @Nullable String placeName,
        Instant startedAt,
        Instant confirmedAt,
        Instant raisedAt,
        @Nullable Instant endedAt,
        double depthM,
        int fixes,
        int occurrences,
        boolean retrospective,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawalReason,
        Instant openedAt,
        @Nullable Instant ringsAt,
        State state,
        @Nullable Long acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable Long verifiedBy,
        @Nullable Instant verifiedAt,
        boolean contacted,
        boolean seen,
        @Nullable Long resolvedBy,
        @Nullable Instant resolvedAt,
        @Nullable Outcome outcome) {

    /** Whether a standing finding of it has not ended. */
    public boolean lasting() {
        return endedAt == null && withdrawnAt == null;
    }

    public boolean open() {
        return state != State.RESOLVED;
    }

    /** What the handling depends on besides itself. */
    public AlertMachine.Facts facts() {
        return new AlertMachine.Facts(kind, lasting(), seen);
    }

    /** The handling as the machine sees it. */
    public Handling handling() {
        return switch (state) {
            case NEW -> new Handling.New();
            case ACKNOWLEDGED -> new Handling.Acknowledged(need(acknowledgedBy), need(acknowledgedAt));
            case VERIFIED -> new Handling.Verified(need(verifiedBy), need(verifiedAt), contacted);
            case RESOLVED -> new Handling.Resolved(need(resolvedBy), need(resolvedAt), need(outcome));
        };
    }

    private <T> T need(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("alert " + alertId + " lacks what its state " + state + " needs");
        }
        return value;
    }
}
