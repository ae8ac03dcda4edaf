package org.guitu.simulators.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A receiver that errs: drift, jitter, wild and cell fixes, gaps under a roof. One day, in order of time. */
final class Receiver {

    private final LabNoise noise;
    private final LabTruth truth;
    private final SplittableRandom random;
    private final double driftMeters;
    private final double driftSeconds;
    private final double jitterMeters;
    private final boolean tellsAccuracy;
    private final boolean tellsSatellites;
    private final boolean tellsSpeed;
    private double driftEast;
    private double driftNorth;
    private double badUntil = -1;
    private double gapUntil = -1;
    private int gapKind;

    Receiver(LabNoise noise, LabTruth truth, SplittableRandom random) {
        this.noise = noise;
        this.truth = truth;
        this.random = random;
        driftMeters = random.nextDouble(noise.driftMetersMax() / 2, noise.driftMetersMax());
        driftSeconds = LabTruth.logUniform(random, noise.driftSecondsMin(), noise.driftSecondsMax());
        jitterMeters = random.nextDouble(noise.jitterMetersMin(), noise.jitterMetersMax());
        tellsAccuracy = random.nextDouble() >= noise.untoldShare();
        tellsSatellites = random.nextDouble() >= noise.untoldShare();
        tellsSpeed = random.nextDouble() < 0.7;
        driftEast = driftMeters * random.nextGaussian();
        driftNorth = driftMeters * random.nextGaussian();
    }

    /** The whole day. */
    List<LabFix> day() {
        var fixes = new ArrayList<LabFix>();
        double interval = truth.intervalSeconds();
        for (double second = random.nextDouble(0, interval); second < LabTruth.DAY; second += interval) {
            LabFix fix = observe(second, interval);
            if (fix != null) {
                fixes.add(fix);
            }
        }
        return fixes;
    }

    private @Nullable LabFix observe(double second, double interval) {
        Place place = truth.at(second);
        double sigma = drift(second, interval, place);
        if (gap(second, interval, place)) {
            return gapKind == 0 ? null : gapKind == 3 && random.nextInt(5) == 0 ? cell(second, place) : none(second);
        }
        double kind = random.nextDouble();
        if (kind < noise.wildShare()) {
            return wild(second, place);
        }
        return kind < noise.wildShare() + noise.cellShare() ? cell(second, place) : honest(second, place, sigma);
    }

    /** Lets the drift go on and tells its present sigma. */
    private double drift(double second, double interval, Place place) {
        if (random.nextDouble() < noise.badSpells() * interval / LabTruth.DAY) {
            badUntil = second + random.nextDouble(180, 420);
        }
        double usual = place.indoors() ? driftMeters : noise.outdoorDriftMeters();
        double sigma = second < badUntil ? Math.max(usual, noise.badDriftMeters()) : usual;
        double keep = Math.exp(-interval / driftSeconds);
        double fresh = sigma * Math.sqrt(1 - keep * keep);
        driftEast = driftEast * keep + fresh * random.nextGaussian();
        driftNorth = driftNorth * keep + fresh * random.nextGaussian();
        return sigma;
    }

    private boolean gap(double second, double interval, Place place) {
        if (place.indoors() && random.nextDouble() < noise.gaps() * interval / LabTruth.DAY) {
            gapUntil = second + 60 * random.nextDouble(noise.gapMinutesMin(), 8 * noise.gapMinutesMin());
            gapKind = random.nextInt(4);
        }
        // Whoever steps out is seen again.
        gapUntil = place.indoors() ? gapUntil : -1;
        return second < gapUntil;
    }

    private LabFix honest(double second, Place place, double sigma) {
        double claim = Math.hypot(sigma, jitterMeters) * random.nextDouble(noise.claimMin(), noise.claimMax());
        int satellites = place.indoors() ? random.nextInt(4, 9) : random.nextInt(8, 16);
        return fix(
                second,
                Origin.HONEST,
                place.east() + driftEast + jitterMeters * random.nextGaussian(),
                place.north() + driftNorth + jitterMeters * random.nextGaussian(),
                tellsAccuracy ? Double.valueOf(Math.round(claim * 10) / 10.0) : null,
                satellites,
                place.speed());
    }

    private LabFix wild(double second, Place place) {
        double far = LabTruth.logUniform(random, noise.wildMetersMin(), noise.wildMetersMax());
        double way = random.nextDouble(0, 2 * Math.PI);
        double claim = random.nextDouble(2, 10);
        boolean dragged = random.nextInt(4) == 0;
        return fix(
                second,
                Origin.WILD,
                place.east() + far * Math.cos(way),
                place.north() + far * Math.sin(way),
                tellsAccuracy ? Double.valueOf(Math.round(claim * 10) / 10.0) : null,
                random.nextInt(5, 14),
                dragged ? far / truth.intervalSeconds() : place.speed());
    }

    private LabFix cell(double second, Place place) {
        double claim = random.nextDouble(noise.cellClaimMin(), noise.cellClaimMax());
        // Two in three of a circular normal error lie within 1.48 sigmas.
        double sigma = claim / 1.48;
        return new LabFix(
                second,
                Origin.CELL,
                place.east() + sigma * random.nextGaussian(),
                place.north() + sigma * random.nextGaussian(),
                (double) Math.round(claim),
                tellsSatellites ? Integer.valueOf(0) : null,
                null,
                null);
    }

    private LabFix none(double second) {
        return new LabFix(second, Origin.NONE, 0, 0, null, tellsSatellites ? Integer.valueOf(0) : null, null, null);
    }

    private LabFix fix(
            double second,
            Origin origin,
            double east,
            double north,
            @Nullable Double claim,
            int satellites,
            double speed) {
        double kmh = Math.max(0, speed * 3.6 + random.nextDouble(-0.5, 0.5));
        return new LabFix(
                second,
                origin,
                east,
                north,
                claim,
                tellsSatellites ? Integer.valueOf(satellites) : null,
                tellsSpeed ? Double.valueOf(Math.round(kmh * 10) / 10.0) : null,
                tellsSpeed ? Double.valueOf(random.nextInt(360)) : null);
    }
}
