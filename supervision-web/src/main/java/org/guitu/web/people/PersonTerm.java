package org.guitu.web.people;

import java.time.LocalDate;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Fields;
import org.guitu.web.limits.Limits;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The door by which the sentence tells a person's file of its days. Callers hold the person's row lock. */
public final class PersonTerm {

    private PersonTerm() {}

    /** Writes the first and the last day of the term, as a new version of the person. */
    public static void set(Handle handle, Staff staff, Person person, LocalDate first, LocalDate last) {
        write(handle, staff, person, first, last);
    }

    private static void write(
            Handle handle, Staff staff, Person person, @Nullable LocalDate first, @Nullable LocalDate last) {
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

    /** Begins without a term: that of an earlier case is not this one's. */
    public static void clear(Handle handle, Staff staff, Person person) {
        supersede(handle, person.id());
        write(handle, staff, person, null, null);
    }

    /** Puts the term back that was cleared by mistake, as a further version that says so. */
    public static void restore(
            Handle handle,
            Staff staff,
            Person person,
            Optional<LocalDate> first,
            Optional<LocalDate> last,
            String reason) {
        supersede(handle, person.id());
        handle.createUpdate("""
                        insert into supervision.sentence_term (person_id, case_id, version, change, reason, document_number, first_day,
                               years, months, days, held_days, credited_days, excluded_days, last_day, recorded_by)
                        select person_id, case_id, (select max(version) + 1 from supervision.sentence_term where person_id = :person),
                               'CORRECTION', :reason, document_number, first_day,
                               years, months, days, held_days, credited_days, excluded_days, last_day, :by
                          from supervision.sentence_term
                         where person_id = :person and case_id = supervision.case_of(:person)
                         order by version desc limit 1""")
                .bind("person", person.id())
                .bind("reason", reason)
                .bind("by", staff.id())
                .execute();
        write(handle, staff, person, first.orElse(null), last.orElse(null));
    }

    private static void supersede(Handle handle, long personId) {
        handle.createUpdate(
                        "update supervision.sentence_term set superseded_at = now() where person_id = :person and superseded_at is null")
                .bind("person", personId)
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
