package org.guitu.web.devices;

import java.time.Instant;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;

/** Told, within the same transaction, what is worn by whom. */
public interface WearingListener {

    /** A person wears the device from {@code from} on. */
    void worn(Handle handle, Staff by, long personId, long deviceId, DeviceKind kind, Instant from);

    /** The person wears it no more from {@code at} on. */
    void takenBack(Handle handle, Staff by, long personId, long deviceId, Instant at);
}
