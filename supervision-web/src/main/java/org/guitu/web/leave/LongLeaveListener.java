package org.guitu.web.leave;

import org.guitu.web.access.Staff;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/** Told, in the transaction of its approval, of leave that the county must tell the procuratorate about (IM-27). */
@FunctionalInterface
public interface LongLeaveListener {

    void approved(Handle handle, Staff by, Person person, Leave leave);
}
