package org.guitu.ingest.log;

import java.time.Instant;
import java.util.List;

/**
 * What stands behind one acknowledgement: all of it is durable or none.
 *
 * @param key decides the order: entries of one key are stored in the order appended. The subject, or minus the device where none is known
 * @param protocol the wire format's name
 * @param frame the bytes it came in, for the quarantine should it turn out that it cannot be stored
 * @param items at least one
 */
@SuppressWarnings("ArrayRecordComponent")
public record Entries(long key, String protocol, byte[] frame, List<Entry> items) {

    public Entries {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("nothing to append");
        }
    }

    /** When the first of them was received. */
    public Instant receivedAt() {
        return items.getFirst().receivedAt();
    }
}
