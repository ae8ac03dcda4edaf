package org.guitu.ingest.log;

/** The entries can never be stored: the same try would fail again. Their frame lies in the quarantine. */
public final class UnstorableException extends RuntimeException {

    public UnstorableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
