package org.guitu.web.orders;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.audit.Audit;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Problems;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/** Enters a basis and hands admission what follows from it; callers hold the person's lock. */
final class Grants {

    private final Covers covers;
    private final Removals removals;
    private final PeriodCovers periods;
    private final Audit audit;
    private final InstantSource clock;

    Grants(Covers covers, Removals removals, PeriodCovers periods, Audit audit, InstantSource clock) {
        this.covers = covers;
        this.removals = removals;
        this.periods = periods;
        this.clock = clock;
        this.audit = audit;
    }

    /** Answers the basis id; refuses with all problems at once if there are any. */
    long grant(Handle handle, Staff staff, Person person, BasisDraft draft, Fields fields) {
        check(handle, person, draft, fields);
        fields.refuseIfAny();
        long basisId = BasisStore.insert(handle, person.id(), draft, staff.id());
        covers.granted(handle, BasisStore.find(handle, basisId).orElseThrow());
        removals.follow(handle, person, staff.id(), clock.instant());
        periods.follow(handle, person.id(), clock.instant());
        String action = draft.kind() == BasisKind.PHONE_PLAN
                ? "orders.plan"
                : draft.renews().isPresent() ? "orders.renew" : "orders.authorise";
        audit.record(handle, staff.id(), action, person.id(), "", Map.of("basis", basisId));
        return basisId;
    }

    private static void check(Handle handle, Person person, BasisDraft draft, Fields fields) {
        if (!person.supervised()) {
            fields.problem(Problems.FORM, "orders.error.released");
        }
        if (!fields.has("firstDay") && !fields.has("lastDay")) {
            overlapping(handle, person, draft.kind(), draft.firstDay(), draft.lastDay())
                    .ifPresent(other -> fields.problem(
                            "firstDay",
                            "orders.error.overlap",
                            other.firstDay(),
                            other.lastDay(),
                            other.documentNumber()));
        }
    }

    /** A basis of the same kind that stands, or stood, in a part of those days. */
    static Optional<Basis> overlapping(
            Handle handle, Person person, BasisKind kind, LocalDate firstDay, LocalDate lastDay) {
        var from = firstDay.atStartOfDay(person.zone()).toInstant();
        var until = lastDay.plusDays(1).atStartOfDay(person.zone()).toInstant();
        return BasisStore.ofPerson(handle, person.id()).stream()
                .filter(other -> other.kind() == kind && !other.revoked())
                .filter(other -> other.from().isBefore(until) && from.isBefore(other.until()))
                .findFirst();
    }
}
