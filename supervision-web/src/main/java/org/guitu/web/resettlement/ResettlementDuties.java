package org.guitu.web.resettlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.guitu.web.duties.Duties;
import org.guitu.web.duties.DutyKind;
import org.guitu.web.limits.Limit;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What the agency, never the person, must do: have the prison's notice a month before, meet a key person, visit within a week. */
final class ResettlementDuties {

    static final Limit NOTICE_MONTHS = Limit.of("resettlement.notice-months");
    static final Limit FIRST_VISIT_DAYS = Limit.of("resettlement.first-visit-days");

    private static final String PAGE = "/people/{person}/resettlement";
    static final DutyKind NOTICE =
            DutyKind.of("resettlement.release-notice", NOTICE_MONTHS).at(PAGE).outlastingTheCase();
    static final DutyKind MEET = DutyKind.until("resettlement.meet").at(PAGE).outlastingTheCase();
    static final DutyKind FIRST_VISIT =
            DutyKind.of("resettlement.first-visit", FIRST_VISIT_DAYS).at(PAGE).outlastingTheCase();

    private final Duties duties = new Duties();

    /** Opens what is still ahead; of a release entered long after it happened nothing is. */
    void open(
            Handle handle,
            Person person,
            long id,
            Origin origin,
            LocalDate releasedOn,
            boolean key,
            Instant now,
            int firstVisitDays) {
        LocalDate today = LocalDate.ofInstant(now, person.zone());
        Instant release = releasedOn.atStartOfDay(person.zone()).toInstant();
        boolean ahead = !releasedOn.isBefore(today);
        if (origin == Origin.PRISON && ahead) {
            duties.openBefore(handle, person, NOTICE, releasedOn, ref(id));
        }
        if (origin == Origin.PRISON && ahead && key) {
            Instant due = releasedOn.plusDays(1).atStartOfDay(person.zone()).toInstant();
            duties.openUntil(handle, person, MEET, release, due, ref(id));
        }
        if (!releasedOn.plusDays(firstVisitDays).isBefore(today)) {
            duties.open(handle, person, FIRST_VISIT, release, ref(id));
        }
    }

    /**
     * Follows a change: what is owed no longer is dropped; what is still ahead is reckoned from the new day, if there is one; what is overdue
     * stays as it stands.
     */
    void change(
            Handle handle,
            Person person,
            Resettlement before,
            Resettlement after,
            Instant now,
            int firstVisitDays,
            long by) {
        boolean prison = after.origin() == Origin.PRISON;
        boolean toBeMet = prison && after.key();
        if (!prison) {
            cancel(handle, person.id(), NOTICE, after.id(), by, Duties.GONE);
        }
        if (!toBeMet) {
            cancel(handle, person.id(), MEET, after.id(), by, Duties.GONE);
        }
        LocalDate today = LocalDate.ofInstant(now, person.zone());
        boolean moved =
                before.origin() != after.origin() || !before.releasedOn().equals(after.releasedOn());
        if (moved && !after.releasedOn().isBefore(today)) {
            cancel(handle, person.id(), NOTICE, after.id(), by, Duties.MOVED);
            cancel(handle, person.id(), MEET, after.id(), by, Duties.MOVED);
        }
        if (moved && !after.releasedOn().plusDays(firstVisitDays).isBefore(today)) {
            cancel(handle, person.id(), FIRST_VISIT, after.id(), by, Duties.MOVED);
        }
        if (moved || before.key() != after.key()) {
            open(handle, person, after.id(), after.origin(), after.releasedOn(), after.key(), now, firstVisitDays);
        }
    }

    void meet(Handle handle, long personId, DutyKind kind, long id, long by, Instant at) {
        duties.meet(handle, personId, kind, ref(id), by, at, "/people/" + personId + "/resettlement");
    }

    void cancel(Handle handle, long personId, long id, @Nullable Long by, String reason) {
        for (DutyKind kind : List.of(NOTICE, MEET, FIRST_VISIT)) {
            cancel(handle, personId, kind, id, by, reason);
        }
    }

    private void cancel(Handle handle, long personId, DutyKind kind, long id, @Nullable Long by, String reason) {
        duties.cancel(handle, personId, kind, ref(id), by, reason);
    }

    private static String ref(long id) {
        return "resettlement:" + id;
    }
}
