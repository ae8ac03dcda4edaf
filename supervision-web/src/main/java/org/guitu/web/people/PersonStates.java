package org.guitu.web.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The door by which features that move a case on record where it stands. Callers hold the person's row lock. */
public final class PersonStates {

    private PersonStates() {}

    /** Records where the case stands from an instant on. */
    public static void set(Handle handle, long personId, CaseState state, Instant from, long by) {
        Facts.state(handle, personId, state, from, by);
    }

    /** Records where a step led, from its day on: the time of entry for today's, but never before what stood began. */
    public static void step(Handle handle, Person person, CaseState state, LocalDate on, Instant now, long by) {
        Instant from = asOf(person, on, now);
        Facts.state(handle, person.id(), state, Facts.notBefore(handle, "person_state", person.id(), from), by);
    }

    /** Begins another case on a day: of this category, supervised strictly as everybody is at first. */
    public static void begin(
            Handle handle, Person person, Category category, CaseState state, LocalDate on, Instant now, long by) {
        long id = person.id();
        Instant from = asOf(person, on, now);
        Facts.category(handle, id, category, Facts.notBefore(handle, "person_category", id, from), by);
        Facts.supervisionClass(
                handle, id, SupervisionClass.STRICT, Facts.notBefore(handle, "person_class", id, from), by);
        step(handle, person, state, on, now, by);
    }

    /** Takes back where the case stands as a mistake: it stands again, and stood all the while, where it stood before, if anywhere. */
    public static void takeBack(Handle handle, long personId, Optional<CaseState> before, Instant now, long by) {
        if (!Facts.takeBack(handle, "person_state", "state", personId, before.map(Enum::name), by)) {
            before.ifPresent(state -> Facts.state(handle, personId, state, now, by));
        }
    }

    /** Takes back category and class, where a mistake changed them. */
    public static void takeBack(
            Handle handle, Person person, Category category, SupervisionClass value, Instant now, long by) {
        long id = person.id();
        if (person.category() != category
                && !Facts.takeBack(handle, "person_category", "category", id, Optional.of(category.name()), by)) {
            Facts.category(handle, id, category, now, by);
        }
        if (person.supervisionClass() != value
                && !Facts.takeBack(handle, "person_class", "class", id, Optional.of(value.name()), by)) {
            Facts.supervisionClass(handle, id, value, now, by);
        }
    }

    /** From when something holds that happened on a day: the day's beginning, or now where it is today. */
    static Instant asOf(Person person, LocalDate on, Instant now) {
        return on.isBefore(LocalDate.ofInstant(now, person.zone()))
                ? on.atStartOfDay(person.zone()).toInstant()
                : now;
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
