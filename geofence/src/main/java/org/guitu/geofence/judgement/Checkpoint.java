package org.guitu.geofence.judgement;

import java.time.Instant;

/** The state of one subject's judgement after a fix: a cache, never the truth. Immutable. */
public final class Checkpoint {

    private Checkpoint() {}

    /** Nothing folded yet; {@link #at()} is {@link Instant#MIN}. */
    public static Checkpoint start() {
        throw new UnsupportedOperationException();
    }

    /** Device time up to which everything is folded. */
    public Instant at() {
        throw new UnsupportedOperationException();
    }

    /** The rule book it was folded by. */
    public long bookVersion() {
        throw new UnsupportedOperationException();
    }

    /** A compact, versioned binary form. */
    public byte[] toBytes() {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads {@link #toBytes()}.
     *
     * @throws IllegalArgumentException if the bytes are damaged or of another version: fold from the start then
     */
    public static Checkpoint ofBytes(byte[] bytes) {
        throw new UnsupportedOperationException();
    }
}
