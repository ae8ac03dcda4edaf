package org.guitu.web.people;

import java.time.Instant;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;

/** Told, within the same transaction, that a person's sentence is over: nothing may be collected or demanded any more. */
@FunctionalInterface
public interface ReleaseListener {
    void released(Handle handle, Staff by, long personId, Instant at);
}
