package org.guitu.web.exchange;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as it is signed and sent; its JSON is described by the schema served at {@code /exchange/v1/schema}.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION}
 * @param id the same for every attempt to send it
 * @param from what the recipient calls the sender
 * @param to what the sender calls the recipient
 * @param createdAt by the sender's clock
 * @param sequence 1, 2, 3 ... in this case from this sender
 */
public record Message(
        int schemaVersion,
        UUID id,
        NoticeKind kind,
        String from,
        String to,
        Instant createdAt,
        long sequence,
        About about,
        NoticeBody body) {

    /** The version of the schema that is spoken here. */
    public static final int SCHEMA_VERSION = 1;
}
