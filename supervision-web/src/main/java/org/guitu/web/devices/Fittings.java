package org.guitu.web.devices;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.duties.Duties;
import org.guitu.web.people.Person;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The check after a bracelet was put on, and the duty to make it. */
final class Fittings {

    private final Duties duties = new Duties();

    /** A bracelet was put on: it is to be checked. */
    void begin(Handle handle, Person person, long deviceId, Instant from) {
        duties.open(handle, person, DeviceDuties.FITTING_CHECK, from, DeviceDuties.ref(deviceId));
    }

    /** It is worn no more: what was not checked need not be. */
    void end(Handle handle, long personId, long deviceId, long by) {
        duties.cancel(handle, personId, DeviceDuties.FITTING_CHECK, DeviceDuties.ref(deviceId), by, Duties.GONE);
    }

    /** What is known, by hand and from the device. */
    static Fitting of(Handle handle, Wearing worn) {
        Map<FittingItem, Fitting.Seen> seen = new EnumMap<>(FittingItem.class);
        FittingStore.found(handle, worn).forEach((item, at) -> seen.put(item, new Fitting.Seen(at, Optional.empty())));
        seen.putAll(FittingStore.kept(handle, worn.activationId()));
        return new Fitting(worn.activationId(), seen);
    }

    /** Keeps what the device has shown, and meets the duty once everything was seen; answers what is known then. */
    Fitting settle(Handle handle, Wearing worn, @Nullable Long by, Instant now) {
        FittingStore.found(handle, worn)
                .forEach((item, at) -> FittingStore.keep(handle, worn.activationId(), item, at, null));
        Fitting fitting = of(handle, worn);
        if (fitting.complete()) {
            Instant last = fitting.seen().values().stream()
                    .map(Fitting.Seen::at)
                    .max(Instant::compareTo)
                    .orElse(now);
            duties.meet(
                    handle,
                    worn.personId(),
                    DeviceDuties.FITTING_CHECK,
                    DeviceDuties.ref(worn.deviceId()),
                    by,
                    last,
                    "/devices/" + worn.deviceId());
        }
        return fitting;
    }
}
