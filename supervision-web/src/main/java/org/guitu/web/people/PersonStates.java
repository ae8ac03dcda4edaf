package org.guitu.web.people;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The door by which features that move a case on record where it stands. Callers hold the person's row lock. */
public final class PersonStates {

    private PersonStates() {}

    /** Records where the case stands from an instant on. */
    public static void set(Handle handle, long personId, CaseState state, Instant from, long by) {
        Facts.state(handle, personId, state, from, by);
    }

    /** Of what category the person was last before being released; empty for somebody who was never anything else. */
    public static Optional<Category> categoryBeforeRelease(Handle handle, long personId) {
        return handle.createQuery("""
                        select category from supervision.person_category
                         where person_id = :person and category <> 'RELEASED' order by fact_id desc limit 1""")
                .bind("person", personId)
                .mapTo(String.class)
                .findOne()
                .map(Category::valueOf);
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
