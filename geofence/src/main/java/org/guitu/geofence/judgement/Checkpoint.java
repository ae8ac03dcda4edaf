package org.guitu.geofence.judgement;

import java.time.Instant;
import org.guitu.geofence.track.Fix;

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

    /**
     * Whether the fix lies at or before this checkpoint: it cannot be folded from here. It is a duplicate, or late and needs a fold from an
     * earlier checkpoint.
     */
    public boolean covers(Fix fix) {
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
