package org.guitu.geofence.places;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guitu.geofence.evidence.NoiseModel;
import org.guitu.geofence.track.DeviceFact;
import org.guitu.geofence.track.Fix;
import org.guitu.geofence.zone.LocalFrame;

/**
 * One usable position.
 *
 * @param sigmaMeters standard error on one axis, as the judge assumes it
 */
record Spot(Instant at, double latitude, double longitude, double sigmaMeters) {

    /**
     * The usable positions of a track in time order, one an instant (the finest). What has no position, is rougher than {@code
     * sigmaMaxMeters} or is called faked by the device itself is left out, and so becomes time without fixes.
     */
    static List<Spot> of(List<Fix> fixes, double sigmaMaxMeters) {
        List<Spot> spots = new ArrayList<>();
        for (Fix fix : fixes.stream().sorted().toList()) {
            double sigma = NoiseModel.sigmaMeters(fix);
            if (!fix.located() || sigma > sigmaMaxMeters || fix.facts().contains(DeviceFact.MOCK_LOCATION)) {
                continue;
            }
            Spot spot = new Spot(fix.at(), fix.latitude(), fix.longitude(), sigma);
            if (spots.isEmpty() || !spots.getLast().at().equals(fix.at())) {
                spots.add(spot);
            } else if (spots.getLast().sigmaMeters() > sigma) {
                spots.set(spots.size() - 1, spot);
            }
        }
        return spots;
    }

    double distance(Spot other) {
        return LocalFrame.at(latitude, longitude).distance(other.latitude, other.longitude);
    }
}
