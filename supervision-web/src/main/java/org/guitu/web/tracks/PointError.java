package org.guitu.web.tracks;

import java.util.Optional;
import org.guitu.geofence.evidence.NoiseModel;
import org.guitu.geofence.track.Fix;
import org.guitu.ingest.store.TrackPoint;
import org.guitu.protocols.report.Position;

/**
 * How far a point may be off: what the device reported, or what the judge assumes where it reports nothing (JT/T 808 has no field for
 * it). The page then shows the very error that the findings rest on.
 *
 * @param meters error radius
 * @param estimated whether it is the judge's assumption
 */
record PointError(double meters, boolean estimated) {

    /** Empty for a report without a fix. */
    static Optional<PointError> of(TrackPoint point) {
        if (!point.located()) {
            return Optional.empty();
        }
        Double reported = point.accuracyMeters();
        return Optional.of(
                reported != null && reported > 0
                        ? new PointError(reported, false)
                        : new PointError(NoiseModel.assumedMeters(source(point.source()), point.satellites()), true));
    }

    private static Fix.Source source(Position.Source source) {
        return switch (source) {
            case UNKNOWN -> Fix.Source.UNKNOWN;
            case GNSS -> Fix.Source.GNSS;
            case WIFI -> Fix.Source.WIFI;
            case CELL -> Fix.Source.CELL;
            case FUSED -> Fix.Source.FUSED;
        };
    }
}
