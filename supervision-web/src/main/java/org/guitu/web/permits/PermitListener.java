package org.guitu.web.permits;

import org.guitu.web.access.Staff;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/** Told, in the transaction of its approval, of a permit that court and procuratorate must be told of (IM-39). */
@FunctionalInterface
public interface PermitListener {

    void approved(Handle handle, Staff by, Person person, Permit permit);
}
