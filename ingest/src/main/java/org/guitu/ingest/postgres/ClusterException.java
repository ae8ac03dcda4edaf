package org.guitu.ingest.postgres;

/** A private PostgreSQL cluster could not be found, made, started or stopped; the message names the attempt and the way out. */
public final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClusterException(String message) {
        super(message);
    }

    public ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
