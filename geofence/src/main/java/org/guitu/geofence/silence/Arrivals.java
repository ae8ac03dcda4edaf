package org.guitu.geofence.silence;

import java.util.List;
import org.guitu.geofence.schedule.Span;

/**
 * When a subject's devices were heard of. A run is a stretch from a first arrival to a last in which none was long in coming; one arrival alone is an
 * empty stretch.
 *
 * @param packets runs of packets of any kind, oldest first
 * @param located runs of packets that brought a valid fix, oldest first
 * @param downtime when the platform itself did not listen, in order
 */
public record Arrivals(List<Span> packets, List<Span> located, List<Span> downtime) {

    public Arrivals {
        packets = List.copyOf(packets);
        located = List.copyOf(located);
        downtime = List.copyOf(downtime);
    }
}
