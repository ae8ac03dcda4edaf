package org.guitu.web.zones;

import java.time.Duration;
import java.util.List;
import org.guitu.geofence.rule.Order;
import org.guitu.ingest.review.Preview;
import org.guitu.ingest.store.TrackPoint;

/**
 * What a zone would have raised.
 *
 * @param order what it would order
 * @param points where the person was during the newest findings, oldest first
 */
record ZonePreview(Order order, Preview found, List<TrackPoint> points) {

    ZonePreview {
        points = List.copyOf(points);
    }

    /** The share of the time in which the person's place was known, 0-1. Of the rest nothing is said. */
    double observedShare() {
        Duration all = Duration.between(found.from(), found.to());
        return Math.clamp((double) found.observed().toSeconds() / all.toSeconds(), 0, 1);
    }
}
