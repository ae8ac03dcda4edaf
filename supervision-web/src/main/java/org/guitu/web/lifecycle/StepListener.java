package org.guitu.web.lifecycle;

import java.time.LocalDate;
import org.guitu.web.access.Staff;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/** Told, within the same transaction, of a step that was taken: others may have to hear of it. */
@FunctionalInterface
public interface StepListener {

    /** The step took effect; {@code person} is as they stood before it. */
    void taken(Handle handle, Staff by, Person person, CaseStep step, LocalDate on, String documentNumber);
}
