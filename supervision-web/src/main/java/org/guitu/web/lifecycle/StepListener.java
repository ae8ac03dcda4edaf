package org.guitu.web.lifecycle;

import java.time.LocalDate;
import org.guitu.web.access.Staff;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/** Told, within the same transaction, of a step that was taken or undone: others may have to hear of it. */
public interface StepListener {

    /** The step took effect; {@code person} is as they stood before it. */
    void taken(Handle handle, Staff by, Person person, CaseStep step, LocalDate on, String documentNumber);

    /** The step was a mistake, for this reason; {@code person} is as they stood while it held. */
    void undone(Handle handle, Staff by, Person person, CaseStep step, LocalDate on, String reason);
}
