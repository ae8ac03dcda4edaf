package org.guitu.ingest.session;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which connection each device is on; the newer wins. Thread-safe. */
public final class SessionTable {

    /** A connection, as far as this table needs it. */
    public interface Holder {
        /** The device has authenticated on a newer connection. */
        void superseded(long deviceId);
    }

    private final Map<Long, Holder> holders = new ConcurrentHashMap<>();

    /** Gives the device to a connection; the other one that had it until now, if there is one. */
    public Optional<Holder> bind(long deviceId, Holder holder) {
        Holder before = holders.put(deviceId, holder);
        return Optional.ofNullable(before).filter(other -> !other.equals(holder));
    }

    /** Takes the device from a connection; false if it is no longer the one that holds it. */
    public boolean unbind(long deviceId, Holder holder) {
        return holders.remove(deviceId, holder);
    }

    public int size() {
        return holders.size();
    }
}
