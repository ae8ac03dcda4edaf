package org.guitu.ingest.registry;

import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;

/**
 * Devices, bases and rules, written for the case side within the caller's own transaction. Thread-safe.
 *
 * <p>Every method throws {@link IllegalArgumentException} for what the law or the form forbids (nothing is written then) and
 * {@link java.util.NoSuchElementException} for an id that is not on the books.
 */
public final class Registry {

    private final InstantSource clock;

    public Registry(InstantSource clock) {
        this.clock = clock;
    }

    /** Enters a device and returns its id. An identity of the same protocol can be on the books only once. */
    public long registerDevice(Handle handle, DeviceSpec spec) {
        throw new UnsupportedOperationException();
    }

    /** Replaces what is on the books about a device; an empty code keeps the code it has. */
    public void updateDevice(Handle handle, long deviceId, DeviceSpec spec) {
        throw new UnsupportedOperationException();
    }

    /** Takes a device off the books: it is refused like an unknown one from now on. Its past stays. */
    public void retireDevice(Handle handle, long deviceId) {
        throw new UnsupportedOperationException();
    }

    /** Grants a basis and returns its id. An authorisation of more than three calendar months is refused. */
    public long grantBasis(Handle handle, BasisSpec spec) {
        throw new UnsupportedOperationException();
    }

    /** Ends a basis early, at {@code at} (not after its present end; before its start means that it never was). */
    public void endBasis(Handle handle, long basisId, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Writes a new rule into the subject's book and returns the rule's id. */
    public long putRule(Handle handle, RuleSpec spec) {
        throw new UnsupportedOperationException();
    }

    /** From {@code from} on the rule is as {@code spec} says; before, it was what it was. */
    public void reviseRule(Handle handle, long ruleId, RuleSpec spec, Instant from) {
        throw new UnsupportedOperationException();
    }

    /** The rule ends at {@code at}. */
    public void endRule(Handle handle, long ruleId, Instant at) {
        throw new UnsupportedOperationException();
    }

    InstantSource clock() {
        return clock;
    }
}
