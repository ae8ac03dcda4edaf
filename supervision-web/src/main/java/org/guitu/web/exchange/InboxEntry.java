package org.guitu.web.exchange;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One message of the inbox.
 *
 * @param organisationId the county it was sent to
 * @param personId whom of ours it is about, once that is known
 * @param caseEntryId its entry on that person's timeline
 * @param act what was done about it
 */
public record InboxEntry(
        long id,
        UUID messageId,
        PartnerKind partnerKind,
        String partnerName,
        long organisationId,
        NoticeKind kind,
        long sequence,
        Instant createdAt,
        Instant receivedAt,
        About about,
        NoticeBody body,
        String digest,
        Optional<Long> personId,
        String personName,
        Optional<Long> caseEntryId,
        State state,
        Optional<Instant> readAt,
        String readBy,
        Optional<Instant> actedAt,
        String actedBy,
        String act) {

    /** How far it was handled. */
    public enum State {
        NEW,
        READ,
        ACTED
    }
}
