package org.guitu.web.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;

/**
 * People who are to be protected and are in no corrections: an order to keep away may name one of them as well. Only those who draw up orders
 * know of them.
 */
public interface ProtectedPeople {

    /** Their ids begin here, so that they never meet a person's. */
    long FIRST_ID = 4_000_000_000_000_000L;

    static boolean isProtected(long id) {
        return id >= FIRST_ID;
    }

    /** One who was found. */
    record Found(long id, String name) {}

    /** Whether the acting staff may name this one in an order. */
    boolean mayName(Handle handle, Staff staff, long protectedId);

    /** The name, for those who may know it. */
    Optional<String> name(Staff reader, long protectedId);

    /** Those whom words find, of the subtree. */
    List<Found> search(Staff reader, String words, int limit);

    /** An order that names one stands from {@code from} to {@code to}; told in its transaction, also when it is revised. */
    void ordered(Handle handle, long protectedId, long ruleId, Instant from, Instant to);

    /** It ends. */
    void ended(Handle handle, long ruleId, Instant at);
}
