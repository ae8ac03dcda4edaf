package org.guitu.web.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.calendar.WorkCalendars;
import org.guitu.web.limits.Figure;
import org.guitu.web.limits.Limits;
import org.guitu.web.people.Person;
import org.guitu.web.people.ReleaseListener;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The door through which features open and meet duties, in the transaction of the act that does so. A duty is known by the person, its kind
 * and a reference of the feature's own; opening an open one again changes nothing. Thread-safe.
 */
public final class Duties implements ReleaseListener {

    /** The reason of what was dropped because the case was closed. */
    static final String CLOSED = "closed";

    /** The reason of what was dropped because what it was reckoned from has moved. */
    public static final String MOVED = "moved";

    /** The reason of what was dropped because what it was about is no more. */
    public static final String GONE = "gone";

    /** The reason of what was dropped because what it was about was withdrawn. */
    public static final String WITHDRAWN = "withdrawn";

    /** Opens one that is due as its figure says after an event; answers the instant at which it is too late. */
    public Instant open(Handle handle, Person person, DutyKind kind, Instant event, String ref) {
        Figure figure = figure(handle, person, kind, event);
        Instant due = DueDay.after(
                event, figure, kind.custody(), WorkCalendars.legalDays(handle, person.organisationId()), person.zone());
        DutyStore.open(handle, person.id(), kind, ref, event, due, Optional.of(figure));
        return due;
    }

    /** Opens one that must be done so long before a day as its figure says. */
    public Instant openBefore(Handle handle, Person person, DutyKind kind, LocalDate day, String ref) {
        Instant event = day.atStartOfDay(person.zone()).toInstant();
        Figure figure = figure(handle, person, kind, event);
        Instant due = DueDay.before(day, figure, person.zone());
        DutyStore.open(handle, person.id(), kind, ref, event, due, Optional.of(figure));
        return due;
    }

    /** Opens one that is too late at the instant given. */
    public void openUntil(Handle handle, Person person, DutyKind kind, Instant event, Instant due, String ref) {
        DutyStore.open(handle, person.id(), kind, ref, event, due, Optional.empty());
    }

    /**
     * Notes that an open duty was done; false if none of this kind and reference is open.
     *
     * @param staffId who enters it; null for the clock
     * @param metAt when it was done
     * @param proof in words, or the path of the page that proves it
     */
    public boolean meet(
            Handle handle,
            long personId,
            DutyKind kind,
            String ref,
            @Nullable Long staffId,
            Instant metAt,
            String proof) {
        return DutyStore.meet(handle, personId, kind.key(), ref, staffId, metAt, proof);
    }

    /** Drops an open duty because what it rested on is gone; false if none is open. */
    public boolean cancel(
            Handle handle, long personId, DutyKind kind, String ref, @Nullable Long staffId, String reason) {
        return DutyStore.cancel(handle, personId, kind.key(), ref, staffId, reason);
    }

    /**
     * Undoes what one act did to the duties of a person, the act being a mistake: what it opened is dropped, and what it met or dropped with
     * the case is open again as it was.
     *
     * @param actAt when the act was recorded: the database's time of its transaction
     * @param reason why it was a mistake
     */
    public void takeBack(Handle handle, long personId, Instant actAt, long staffId, String reason) {
        DutyStore.cancelOpenedAt(handle, personId, actAt, staffId, reason);
        DutyStore.reopenMetAt(handle, personId, actAt);
        DutyStore.reopenCancelledAt(handle, personId, actAt, List.of(CLOSED, WITHDRAWN));
    }

    /** Whether a duty of this kind and reference is open. */
    public boolean isOpen(Handle handle, long personId, DutyKind kind, String ref) {
        return DutyStore.isOpen(handle, personId, kind.key(), ref);
    }

    /** From when the open duty of this kind and reference runs; empty if none is open. */
    public Optional<Instant> openSince(Handle handle, long personId, DutyKind kind, String ref) {
        return DutyStore.openSince(handle, personId, kind.key(), ref);
    }

    /** Drops what is open for someone who left corrections, but for what is to be done after it. */
    @Override
    public void released(Handle handle, Staff by, long personId, Instant at) {
        DutyStore.cancelAll(handle, personId, by.id(), CLOSED);
    }

    private static Figure figure(Handle handle, Person person, DutyKind kind, Instant event) {
        return Limits.of(handle, person.organisationId())
                .get(
                        kind.limit()
                                .orElseThrow(
                                        () -> new IllegalArgumentException(kind.key() + " is due when it is told")),
                        LocalDate.ofInstant(event, person.zone()));
    }
}
