package org.guitu.web.people;

import java.time.LocalDate;
import org.guitu.web.limits.Limit;
import org.jdbi.v3.core.Handle;

/**
 * Who counts as a minor: whoever was under age when the decision was made or the term began. Years are full from the day after the
 * birthday. It does not end with age (CCL-58); a person may set or unset it for a reason the dates do not tell.
 */
final class Minority {

    /** Years in which someone is a minor. */
    static final Limit AGE = Limit.of("people.minor-age");

    private Minority() {}

    /** Whether someone of this birth date was a minor on a day. */
    static boolean on(LocalDate bornOn, LocalDate day, int age) {
        return !day.isAfter(bornOn.plusYears(age));
    }

    /** Records that a person is or is not treated as a minor from now on. The caller holds the person's row. */
    static void set(Handle handle, long personId, boolean minor, String reason, long by) {
        handle.createUpdate("""
                        update supervision.person_minor set superseded_at = now() where person_id = :person and superseded_at is null""").bind("person", personId).execute();
        handle.createUpdate("""
                        insert into supervision.person_minor (person_id, minor, reason, recorded_by)
                        values (:person, :minor, :reason, :by)""")
                .bind("person", personId)
                .bind("minor", minor)
                .bind("reason", reason)
                .bind("by", by)
                .execute();
        handle.createUpdate("update supervision.person set minor = :minor where person_id = :person")
                .bind("person", personId)
                .bind("minor", minor)
                .execute();
    }
}
