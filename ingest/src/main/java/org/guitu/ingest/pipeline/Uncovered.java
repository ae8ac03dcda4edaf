package org.guitu.ingest.pipeline;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.guitu.geofence.judgement.Checkpoint;
import org.guitu.geofence.track.Fix;
import org.jspecify.annotations.Nullable;

/** Fixes without those that a checkpoint has seen. Not thread-safe. */
final class Uncovered implements Iterator<Fix> {

    private final Checkpoint base;
    private final Iterator<Fix> all;
    private @Nullable Fix next;

    Uncovered(Checkpoint base, Iterator<Fix> all) {
        this.base = base;
        this.all = all;
        next = advance();
    }

    private @Nullable Fix advance() {
        while (all.hasNext()) {
            Fix fix = all.next();
            if (!base.covers(fix)) {
                return fix;
            }
        }
        return null;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Fix next() {
        Fix now = next;
        if (now == null) {
            throw new NoSuchElementException();
        }
        next = advance();
        return now;
    }
}
