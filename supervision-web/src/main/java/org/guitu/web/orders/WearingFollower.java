package org.guitu.web.orders;

import java.time.Instant;
import java.time.InstantSource;
import org.guitu.web.access.Staff;
import org.guitu.web.devices.DeviceKind;
import org.guitu.web.devices.WearingListener;
import org.guitu.web.people.PersonStore;
import org.jdbi.v3.core.Handle;

/** Keeps what admission knows, and the duty to take a bracelet off, in step with what people wear. */
final class WearingFollower implements WearingListener {

    private final Covers covers;
    private final Removals removals;
    private final PeriodCovers periods;
    private final InstantSource clock;

    WearingFollower(Covers covers, Removals removals, PeriodCovers periods, InstantSource clock) {
        this.periods = periods;
        this.covers = covers;
        this.removals = removals;
        this.clock = clock;
    }

    @Override
    public void worn(Handle handle, Staff by, long personId, long deviceId, DeviceKind kind, Instant from) {
        covers.worn(handle, personId, deviceId, kind, from);
        PersonStore.find(handle, by, personId)
                .ifPresent(person -> removals.follow(handle, person, by.id(), clock.instant()));
        periods.follow(handle, personId, clock.instant());
    }

    @Override
    public void takenBack(Handle handle, Staff by, long personId, long deviceId, Instant at) {
        covers.takenBack(handle, deviceId, at);
        removals.takenOff(handle, personId, deviceId, by.id(), at);
    }
}
