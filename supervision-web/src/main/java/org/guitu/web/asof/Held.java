package org.guitu.web.asof;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that held at some time of the day asked about.
 *
 * @param what which fact it is
 * @param value its code, or finished text where it is a name
 * @param detail what more there is to say, {@code ""} for nothing
 * @param to exclusive; empty: still
 */
record Held(What what, String value, String detail, Instant from, Optional<Instant> to) {

    /** Kinds of facts, in the order in which they are shown. */
    enum What {
        CATEGORY,
        CLASS,
        STATE,
        ORGANISATION,
        DEVICE,
        BASIS,
        ZONE,
        RULE
    }
}
