package org.guitu.ingest.log;

import java.util.concurrent.CompletionStage;

/** The seam between one machine and many: what is appended is durable when the stage completes. Thread-safe. */
public interface ReportLog extends AutoCloseable {

    /**
     * Appends; never blocks and never drops.
     *
     * @return completes when the entries are durable. Success means that the device may be told "received". It completes with
     *     {@link UnstorableException} if the entries themselves cannot be stored and now lie in the quarantine, and with
     *     {@link IllegalStateException} if the log was closed first: nothing is known then, and nobody is to be acknowledged. While the
     *     database is away it simply does not complete.
     */
    CompletionStage<Void> append(Entries entries);

    /** Whether so much waits that whoever feeds this key should stop reading. What is appended nevertheless is taken. */
    boolean isCrowded(long key);

    /** Calls {@code resume} once there is room for this key again; at once if there is. */
    void whenRoom(long key, Runnable resume);

    /** Stops: lets what waits become durable for a few seconds, then gives up on the rest. */
    @Override
    void close();
}
