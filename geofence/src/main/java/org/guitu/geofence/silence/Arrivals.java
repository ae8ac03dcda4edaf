package org.guitu.geofence.silence;

import java.util.ArrayList;
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

    /** The same, where nobody listened to this subject in those stretches either. */
    public Arrivals without(List<Span> unheard) {
        var more = new ArrayList<>(downtime);
        more.addAll(unheard);
        return new Arrivals(packets, located, Span.merged(more));
    }

    public Arrivals {
        packets = List.copyOf(packets);
        located = List.copyOf(located);
        downtime = List.copyOf(downtime);
    }
}
