package org.guitu.geofence.places;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A meeting that is growing: the instants at which both were seen near each other. */
final class OpenMeeting {

    private static final double DRIFT_METERS = 12;
    private static final double DRIFT_SECONDS = 300;
    private static final int SAMPLES_MIN = 4;

    private final Instant from;
    private final List<Double> distances = new ArrayList<>();
    private Instant to;
    private double variance;
    private double latitude;
    private double longitude;

    OpenMeeting(Instant from) {
        this.from = from;
        this.to = from;
    }

    void add(Spot one, Spot other) {
        to = one.at();
        distances.add(one.distance(other));
        variance += one.sigmaMeters() * one.sigmaMeters() + other.sigmaMeters() * other.sigmaMeters();
        latitude += (one.latitude() + other.latitude()) / 2;
        longitude += (one.longitude() + other.longitude()) / 2;
    }

    /** What it came to; empty if it was too short, or too far apart on the whole. */
    Optional<Meeting> close(MeetingSettings settings) {
        Duration lasted = Duration.between(from, to);
        int samples = distances.size();
        if (lasted.compareTo(settings.lastsMin()) < 0 || samples < SAMPLES_MIN) {
            return Optional.empty();
        }
        double apart = distances.stream().sorted().toList().get(samples / 2);
        // Errors of single fixes average out; what walls do to all fixes of five minutes does not.
        double shared = 2 * DRIFT_METERS * DRIFT_METERS / Math.max(1, lasted.toSeconds() / DRIFT_SECONDS);
        double error = Math.sqrt(variance / samples / samples + shared);
        if (apart - 2 * error > settings.distanceMeters()) {
            return Optional.empty();
        }
        return Optional.of(new Meeting(
                from,
                to,
                apart,
                error,
                latitude / samples,
                longitude / samples,
                apart + 2 * error <= settings.distanceMeters()));
    }
}
