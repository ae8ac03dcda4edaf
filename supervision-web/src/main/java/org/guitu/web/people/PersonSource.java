package org.guitu.web.people;

import java.util.Optional;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;

/** Something a person can be entered from, so that nothing is typed twice: a court's decision, a prison's information. */
public interface PersonSource {

    /** How the address of the form names it: {@code /people/new?from=<name>:<id>}. */
    String name();

    /** The form filled with what it says; empty if there is no such thing for this reader, or it was used already. */
    Optional<PersonForm> prefill(Staff staff, long id);

    /** Told, in the same transaction, that the person was made out of it. */
    void created(Handle handle, Staff staff, long id, long personId);
}
