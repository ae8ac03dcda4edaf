package org.guitu.web.alerts;

import java.time.Instant;

/**
 * How far the handling of an alert has come.
 *
 * <pre>
 * New ──acknowledge──▶ Acknowledged ──call, video, locate, visit──▶ Verified ──resolve──▶ Resolved
 *  ▲                    │        └───────────────resolve────────────────────────────────▲
 *  └──undo (2 min, own)─┘
 * </pre>
 *
 * A step or a resolution of a new alert acknowledges it on the way.
 */
public sealed interface Handling {

    /** Nobody has seen it. */
    record New() implements Handling {}

    /** An officer has taken it on. */
    record Acknowledged(long by, Instant at) implements Handling {}

    /**
     * Somebody has looked into it: a call, a video call, a locate-now or a visit.
     *
     * @param contacted whether the person was spoken to or met
     */
    record Verified(long by, Instant at, boolean contacted) implements Handling {}

    /** Judged, with an outcome. */
    record Resolved(long by, Instant at, Outcome outcome) implements Handling {}

    /** The word stored. */
    default State state() {
        return switch (this) {
            case New n -> State.NEW;
            case Acknowledged a -> State.ACKNOWLEDGED;
            case Verified v -> State.VERIFIED;
            case Resolved r -> State.RESOLVED;
        };
    }

    /** The words stored and sent. */
    enum State {
        NEW,
        ACKNOWLEDGED,
        VERIFIED,
        RESOLVED
    }
}
