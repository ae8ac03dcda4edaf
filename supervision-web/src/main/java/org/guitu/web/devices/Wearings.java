package org.guitu.web.devices;

import java.time.Instant;
import java.util.List;
import org.guitu.web.access.Staff;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.caselog.CaseLog;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;

/** Putting a device on and taking it off, with all that follows from it. Callers hold the locks of the person and the holding. */
final class Wearings {

    private static final CaseLog LOG = new CaseLog();

    private final List<WearingListener> listeners;
    private final Fittings fittings = new Fittings();

    Wearings(List<WearingListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    void begin(Handle handle, Staff staff, Person person, Device device, Instant from) {
        WearingStore.begin(handle, device.id(), person.id(), from, staff.id());
        StateStore.set(handle, device.id(), DeviceState.FITTED, from, "", staff.id());
        if (device.kind() == DeviceKind.BRACELET) {
            fittings.begin(handle, person, device.id(), from);
        }
        listeners.forEach(listener -> listener.worn(handle, staff, person.id(), device.id(), device.kind(), from));
        log(handle, staff, person.id(), device, "devices.log.assign", from);
    }

    /** @param next what it is then: removed, in repair or lost */
    void end(Handle handle, Staff staff, long personId, Device device, Instant at, DeviceState next, String note) {
        WearingStore.end(handle, device.id(), personId, at, staff.id());
        StateStore.set(handle, device.id(), next, at, note, staff.id());
        fittings.end(handle, personId, device.id(), staff.id());
        listeners.forEach(listener -> listener.takenBack(handle, staff, personId, device.id(), at));
        log(handle, staff, personId, device, "devices.log." + next, at);
    }

    private static void log(Handle handle, Staff staff, long personId, Device device, String kind, Instant at) {
        LOG.record(
                handle,
                staff.id(),
                personId,
                at,
                CaseEntry.of(kind)
                        .word("devices.kind." + device.kind())
                        .text(device.identity())
                        .leadingTo("/people/" + personId + "/devices"));
    }
}
