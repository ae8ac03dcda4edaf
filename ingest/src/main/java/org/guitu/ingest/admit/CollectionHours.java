package org.guitu.ingest.admit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.schedule.Span;
import org.guitu.geofence.schedule.WeeklySchedule;

/**
 * When within the plan of a phone its positions may be kept: in weekly hours, around random points of each day, or both. Outside of them only
 * the health of the device is kept.
 */
public record CollectionHours(Optional<WeeklySchedule> weekly, Optional<RandomPoints> points) {

    public CollectionHours {
        if (weekly.isEmpty() && points.isEmpty()) {
            throw new IllegalArgumentException("hours that never come");
        }
    }

    public boolean cover(Instant instant) {
        return weekly.map(schedule -> schedule.isOpen(instant)).orElse(false)
                || points.map(drawn -> drawn.near(instant)).orElse(false);
    }

    /** The stretches between two instants in which they cover, in order. */
    public List<Span> spans(Instant from, Instant to) {
        List<Span> spans = new ArrayList<>();
        weekly.ifPresent(schedule -> weekly(schedule, from, to, spans));
        points.ifPresent(drawn -> spans.addAll(drawn.spans(from, to)));
        return Span.merged(spans);
    }

    private static void weekly(WeeklySchedule schedule, Instant from, Instant to, List<Span> spans) {
        Instant at = from;
        while (at.isBefore(to)) {
            Instant until =
                    schedule.nextBoundary(at).filter(next -> next.isBefore(to)).orElse(to);
            if (schedule.isOpen(at)) {
                spans.add(new Span(at, until));
            }
            at = until;
        }
    }
}
