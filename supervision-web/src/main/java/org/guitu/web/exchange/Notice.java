package org.guitu.web.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One notice of the outbox.
 *
 * @param recipient what kind of partner it goes to
 * @param sequence in this case to this partner; from the first attempt on
 * @param lastError a message key and perhaps the other side's words, {@code ""} for none
 * @param sentOn when it was sent on paper
 */
public record Notice(
        long id,
        UUID messageId,
        long personId,
        String organisationName,
        NoticeKind kind,
        PartnerKind recipient,
        Optional<Long> partnerId,
        String partnerName,
        About about,
        NoticeBody body,
        NoticeState state,
        Optional<Long> sequence,
        int attempts,
        Optional<Instant> nextAttemptAt,
        String lastError,
        Optional<Instant> deliveredAt,
        String receipt,
        Optional<LocalDate> sentOn,
        String sentHow,
        Instant createdAt,
        String createdBy) {

    /** Whether it is still to reach its recipient. */
    boolean open() {
        return state == NoticeState.WAITING || state == NoticeState.QUEUED || state == NoticeState.REFUSED;
    }
}
