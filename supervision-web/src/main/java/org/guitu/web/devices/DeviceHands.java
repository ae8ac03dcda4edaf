package org.guitu.web.devices;

import java.time.Instant;
import java.util.List;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Problems;
import org.guitu.web.form.Refused;
import org.jdbi.v3.core.Handle;

/** The door by which a device goes from the stock into hands that are no supervised person's, and comes back. */
public final class DeviceHands {

    /** A device that could be given. */
    public record Free(long id, DeviceKind kind, String identity, String model) {}

    /** What could be given, of the subtree. */
    public List<Free> free(Handle handle, Staff staff) {
        return DeviceStore.free(handle, staff, 500).stream()
                .map(device -> new Free(device.id(), device.kind(), device.identity(), device.model()))
                .toList();
    }

    /** It leaves the stock. */
    public void out(Handle handle, Staff staff, long deviceId, Instant at) {
        Device device = DeviceStore.lock(handle, staff, deviceId).orElseThrow(DeviceService::unknown);
        if (device.wearerId().isPresent() || !device.state().mayBecome(DeviceState.FITTED)) {
            throw new Refused("deviceId", "devices.error.state." + device.state());
        }
        StateStore.set(handle, deviceId, DeviceState.FITTED, at, "", staff.id());
    }

    /** It comes back, to be looked at, or is lost. */
    public void back(Handle handle, Staff staff, long deviceId, Instant at, boolean lost) {
        Device device = DeviceStore.lock(handle, staff, deviceId).orElseThrow(DeviceService::unknown);
        if (device.state() != DeviceState.FITTED || device.wearerId().isPresent()) {
            throw new Refused(Problems.FORM, "devices.error.not-worn");
        }
        StateStore.set(handle, deviceId, lost ? DeviceState.LOST : DeviceState.REMOVED, at, "", staff.id());
    }
}
