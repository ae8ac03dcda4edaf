package org.guitu.ingest.log;

import java.time.Instant;
import java.util.List;

/** Where a micro-batch goes: one transaction, all or nothing. */
public interface BatchSink {

    /**
     * Stores and judges a batch.
     *
     * @param upTo nothing received before this instant is still on its way for the batch's keys: the judge's "now" is not later
     * @throws RuntimeException if nothing of it was stored
     */
    void store(List<Entries> batch, Instant upTo);

    /** Puts entries that can never be stored into the quarantine. */
    void quarantine(Entries entries, String reason, Instant at);
}
