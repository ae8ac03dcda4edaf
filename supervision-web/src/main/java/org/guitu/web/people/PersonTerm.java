package org.guitu.web.people;

import java.time.LocalDate;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Fields;
import org.guitu.web.limits.Limits;
import org.jdbi.v3.core.Handle;

/** The door by which the sentence tells a person's file of its days. Callers hold the person's row lock. */
public final class PersonTerm {

    private PersonTerm() {}

    /** Writes the first and the last day of the term, as a new version of the person. */
    public static void set(Handle handle, Staff staff, Person person, LocalDate first, LocalDate last) {
        PersonStore.keepRevision(handle, person.id(), staff.id());
        handle.createUpdate("""
                        update supervision.person set term_from = :first, term_to = :last, version = version + 1, recorded_at = now(),
                               recorded_by = :by where person_id = :person""")
                .bind("person", person.id())
                .bind("first", first)
                .bind("last", last)
                .bind("by", staff.id())
                .execute();
    }

    /** Makes a minor of who was one on the day of a decision; who may not see minors' files may not enter it. */
    public static void decided(
            Handle handle, Staff staff, Person person, LocalDate day, LocalDate today, Fields fields) {
        int age = Limits.of(handle, person.organisationId()).value(Minority.AGE, today);
        boolean minor = !person.minor()
                && person.bornOn().map(born -> Minority.on(born, day, age)).orElse(false);
        if (minor && !staff.may(Permission.VIEW_MINORS)) {
            fields.problem("decidedOn", "people.error.minor-permission");
        } else if (minor) {
            Minority.set(handle, person.id(), true, "", staff.id());
        }
    }

    /** Whether the days come from a reckoned term, so that nobody enters them by hand. */
    static boolean reckoned(Handle handle, long personId) {
        return handle.createQuery(
                        "select exists (select 1 from supervision.sentence_term where person_id = :person and superseded_at is null)")
                .bind("person", personId)
                .mapTo(Boolean.class)
                .one();
    }
}
