package org.guitu.web.organisations;

import java.time.Instant;
import java.util.Optional;

/** What an organisation was called and where it stood for a while. */
record UnitFact(
        String name,
        Optional<String> parentName,
        Instant from,
        Optional<Instant> to,
        Instant recordedAt,
        String recordedBy,
        boolean superseded) {

    /** An organisation in the tree of a past day; {@code depth} counts from the reader's own. */
    record Then(long id, String name, int depth) {}
}
