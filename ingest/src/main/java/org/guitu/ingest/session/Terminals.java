package org.guitu.ingest.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.guitu.ingest.admit.Device;

/**
 * Which terminals of one connection have authenticated, and with what. A gateway carries several; each speaks for itself only, and one
 * whose code has been changed since has to show the new one. Used by one event loop.
 */
public final class Terminals {

    private final int max;
    private final Map<Long, String> shown = new HashMap<>();

    /** At most {@code max} on one connection. */
    public Terminals(int max) {
        this.max = max;
    }

    /** Whether the device's code is this one; takes the same time for every wrong one. */
    public static boolean matches(Device device, String code) {
        return device.authCode().isPresent()
                && MessageDigest.isEqual(
                        device.authCode().get().getBytes(StandardCharsets.UTF_8),
                        code.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes a device in if the code is right and there is room. */
    public boolean authenticate(Device device, String code) {
        if (!matches(device, code) || (shown.size() >= max && !shown.containsKey(device.id()))) {
            return false;
        }
        shown.put(device.id(), code);
        return true;
    }

    public boolean isAuthenticated(Device device) {
        String code = shown.get(device.id());
        return code != null && matches(device, code);
    }

    public void leave(long deviceId) {
        shown.remove(deviceId);
    }

    public boolean isEmpty() {
        return shown.isEmpty();
    }

    public Set<Long> devices() {
        return Set.copyOf(shown.keySet());
    }
}
