package org.guitu.web.zones;

import java.time.Instant;
import org.guitu.web.access.Staff;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/** Told, in the transaction that does so, that a zone was ordered for a person by hand. */
@FunctionalInterface
public interface ZoneListener {

    void ordered(Handle handle, Staff by, Person person, Zone zone, Instant now);
}
