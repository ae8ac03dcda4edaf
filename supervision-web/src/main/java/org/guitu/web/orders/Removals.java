package org.guitu.web.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.schedule.Span;
import org.guitu.web.devices.DeviceDuties;
import org.guitu.web.devices.DeviceKind;
import org.guitu.web.devices.Wearing;
import org.guitu.web.devices.WearingStore;
import org.guitu.web.duties.Duties;
import org.guitu.web.duties.DutyKind;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the duty to take a bracelet off in step with what lets it be worn: the duty runs from the moment at which the last authorisation in a row
 * ends, moves when that one is renewed or lifted, and is met by taking the bracelet off. It stands from the day of the approval, so that no clock has to
 * wake up for it. Where nothing has authorised the bracelet yet, another duty runs from when it was put on: to have it approved or take it off.
 */
final class Removals {

    private final Duties duties = new Duties();

    /** After anything has changed about the authorisations or bracelets of a person. */
    void follow(Handle handle, Person person, @Nullable Long by, Instant now) {
        for (Wearing worn : WearingStore.ofPerson(handle, person.id())) {
            if (worn.to().isEmpty() && worn.kind() == DeviceKind.BRACELET) {
                follow(handle, person, worn, by, now);
            }
        }
    }

    /** The bracelet is off. */
    void takenOff(Handle handle, long personId, long deviceId, long by, Instant at) {
        for (DutyKind kind : List.of(DeviceDuties.REMOVE, DeviceDuties.UNAUTHORISED)) {
            duties.meet(handle, personId, kind, DeviceDuties.ref(deviceId), by, at, "/devices/" + deviceId);
        }
    }

    private void follow(Handle handle, Person person, Wearing worn, @Nullable Long by, Instant now) {
        String ref = DeviceDuties.ref(worn.deviceId());
        // The last moment it was lawful: what ends at a midnight ends with the day before.
        Optional<Instant> wanted = off(covers(handle, person.id(), worn), now).map(end -> end.minusMillis(1));
        if (wanted.isEmpty()) {
            duties.open(handle, person, DeviceDuties.UNAUTHORISED, worn.from(), ref);
        } else {
            duties.meet(
                    handle, person.id(), DeviceDuties.UNAUTHORISED, ref, by, now, "/people/" + person.id() + "/bases");
        }
        Optional<Instant> open = duties.openSince(handle, person.id(), DeviceDuties.REMOVE, ref);
        if (wanted.equals(open)) {
            return;
        }
        if (open.isPresent()) {
            duties.cancel(handle, person.id(), DeviceDuties.REMOVE, ref, by, Duties.MOVED);
        }
        wanted.ifPresent(event -> duties.open(handle, person, DeviceDuties.REMOVE, event, ref));
    }

    /**
     * When a bracelet has to come off: at the end of the unbroken stretch of authorisations that holds now, or of the last one before now, or of the
     * first to come; empty where there never was any.
     */
    static Optional<Instant> off(List<Span> covers, Instant now) {
        Optional<Instant> past = Optional.empty();
        for (Span stretch : Span.merged(covers)) {
            if (stretch.from().isAfter(now)) {
                return past.isPresent() ? past : Optional.of(stretch.to());
            }
            past = Optional.of(stretch.to());
            if (stretch.to().isAfter(now)) {
                return past;
            }
        }
        return past;
    }

    /** What authorised the bracelet while this person wore it. */
    private static List<Span> covers(Handle handle, long personId, Wearing worn) {
        return handle.createQuery("""
                        select c.valid_from, coalesce(c.ended_at, c.valid_to) as valid_to
                          from supervision.basis_cover c join supervision.basis b on b.basis_id = c.basis_id
                         where c.device_id = :device and b.person_id = :person and b.kind = 'AUTHORISATION'
                           and coalesce(c.ended_at, c.valid_to) > greatest(c.valid_from, :since)""")
                .bind("device", worn.deviceId())
                .bind("person", personId)
                .bind("since", worn.from())
                .map((row, context) -> new Span(
                        row.getTimestamp("valid_from").toInstant(),
                        row.getTimestamp("valid_to").toInstant()))
                .list();
    }
}
