package org.guitu.web.people;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The door by which features that move a case on record where it stands. Callers hold the person's row lock. */
public final class PersonStates {

    private PersonStates() {}

    /** Records where the case stands from an instant on. */
    public static void set(Handle handle, long personId, CaseState state, Instant from, long by) {
        Facts.state(handle, personId, state, from, by);
    }

    /** Records whose the case is from an instant on, e.g. of someone released into voluntary help. */
    public static void category(Handle handle, long personId, Category category, Instant from, long by) {
        Facts.category(handle, personId, category, from, by);
    }

    /** Records how closely the person is supervised from an instant on. */
    public static void supervisionClass(Handle handle, long personId, SupervisionClass value, Instant from, long by) {
        Facts.supervisionClass(handle, personId, value, from, by);
    }
}
