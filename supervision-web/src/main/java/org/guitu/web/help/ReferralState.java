package org.guitu.web.help;

import java.util.List;

/**
 * Where a referral stands.
 *
 * <pre>
 * SENT -> ACCEPTED -> ANSWERED -> CLOSED
 * SENT | ACCEPTED -> REFUSED | WITHDRAWN
 * </pre>
 */
public enum ReferralState {
    SENT,
    ACCEPTED,
    /** They have answered; whether it helped is for us to say. */
    ANSWERED,
    CLOSED,
    REFUSED,
    /** Taken back by us. */
    WITHDRAWN;

    List<ReferralState> next() {
        return switch (this) {
            case SENT -> List.of(ACCEPTED, ANSWERED, REFUSED, WITHDRAWN);
            case ACCEPTED -> List.of(ANSWERED, REFUSED, WITHDRAWN);
            case ANSWERED -> List.of(CLOSED);
            case CLOSED, REFUSED, WITHDRAWN -> List.of();
        };
    }

    /** Whether an answer is still to come. */
    boolean unanswered() {
        return this == SENT || this == ACCEPTED;
    }
}
