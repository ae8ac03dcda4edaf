package org.guitu.web.tracks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.judgement.FindingKind;
import org.guitu.ingest.store.TrackPoint;
import org.guitu.web.zones.Zone;

/**
 * What is known of a person's way in a period.
 *
 * @param points oldest first, at most {@link TrackService#POINTS_MAX}
 * @param cut whether there were more points than are shown
 * @param gapAfter a longer silence between two points is a gap: the plan of the device and its buffer
 * @param absence why there is no point at all; empty if there are some
 */
public record Track(
        Viewing viewing,
        List<TrackPoint> points,
        boolean cut,
        List<Zone> zones,
        List<Found> findings,
        Duration gapAfter,
        Optional<Absence> absence) {

    /** What the judge found in the period. */
    public record Found(long id, FindingKind kind, Optional<Long> ruleId, Instant from, Optional<Instant> to) {}

    /** Why a period has no points. */
    public enum Absence {
        /** No device was worn. */
        NO_DEVICE,
        /** A device was worn, and no basis allowed to collect. */
        NO_BASIS,
        /** Both were there, and nothing came. This is silence, not proof of anything. */
        NO_REPORT
    }

    /** A report received this much later than it was made was stored by the device meanwhile. */
    static final Duration LATE = Duration.ofMinutes(5);

    static boolean late(TrackPoint point) {
        return Duration.between(point.fixTime(), point.receivedAt()).compareTo(LATE) > 0;
    }
}
