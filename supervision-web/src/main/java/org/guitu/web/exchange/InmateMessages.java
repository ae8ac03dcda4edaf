package org.guitu.web.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.jdbi.v3.core.Handle;

/** The door through which resettlement takes what prisons told of inmates by wire. Thread-safe. */
public final class InmateMessages {

    /** What one message tells. */
    public record Told(long messageId, String from, Instant receivedAt, About about, NoticeBody body) {}

    private final Audit audit = new Audit();
    private final InstantSource clock;

    public InmateMessages(InstantSource clock) {
        this.clock = clock;
    }

    /** A message about an inmate that nothing was done about yet; empty if there is none of this id for the reader. */
    public Optional<Told> find(Handle handle, Staff staff, String message) {
        return message.strip().matches("\\d{1,18}")
                ? InboxStore.find(handle, staff, Long.parseLong(message.strip()))
                        .filter(entry -> entry.kind() == NoticeKind.INMATE_INFORMATION
                                && entry.state() != InboxEntry.State.ACTED)
                        .map(entry -> new Told(
                                entry.id(), entry.partnerName(), entry.receivedAt(), entry.about(), entry.body()))
                : Optional.empty();
    }

    /** Notes, in the caller's transaction, that the information was taken over. */
    public void taken(Handle handle, Staff staff, long messageId) {
        InboxStore.acted(handle, messageId, "", clock.instant(), staff.id());
        audit.record(handle, staff.id(), "exchange.act", null, "", Map.of("message", messageId));
    }
}
