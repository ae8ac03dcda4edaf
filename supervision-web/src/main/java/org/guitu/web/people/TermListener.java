package org.guitu.web.people;

import java.time.LocalDate;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;

/** Told, in the transaction that does so, that a term was set and which day is its last. */
@FunctionalInterface
public interface TermListener {

    void set(Handle handle, Staff by, Person person, LocalDate lastDay);
}
