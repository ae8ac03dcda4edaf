package org.guitu.ingest.server;

import io.netty.channel.Channel;
import java.util.EnumSet;
import java.util.Set;

/** Reads from a channel only while nothing speaks against it. Used by the channel's event loop. */
final class ReadGate {

    /** Why a channel is not read. */
    enum Reason {
        /** Too much of this connection waits for its commit. */
        PENDING,
        /** The log is crowded. */
        LOG,
        /** The device does not read its replies. */
        UNREAD_REPLIES
    }

    private final Channel channel;
    private final ServerMeters meters;
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

    ReadGate(Channel channel, ServerMeters meters) {
        this.channel = channel;
        this.meters = meters;
    }

    /** Stops or allows reading for one reason. */
    void set(Reason reason, boolean stop) {
        boolean changed = stop ? reasons.add(reason) : reasons.remove(reason);
        if (changed) {
            if (stop) {
                meters.paused();
            }
            channel.config().setAutoRead(reasons.isEmpty());
        }
    }

    boolean isStopped(Reason reason) {
        return reasons.contains(reason);
    }
}
