package org.guitu.simulators.noise;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.guitu.simulators.city.LatLon;
import org.guitu.simulators.motion.Whereabouts;
import org.jspecify.annotations.Nullable;

/**
 * A satellite receiver on someone's ankle.
 *
 * <p>The error is a slow drift, the same for neighbouring fixes (a first-order Gauss-Markov process per axis: {@code x' = x e^(-dt/tau) +
 * sigma sqrt(1 - e^(-2dt/tau)) n}), plus a little jitter of its own for each fix. Now and then a reflection throws a single fix far off,
 * while the receiver claims to be sure of it. Under a roof all is worse and at times there is no fix at all.
 *
 * <p>Not thread-safe; questions are asked in order of time.
 */
public final class GnssReceiver {

    private final NoiseProfile profile;
    private final RandomGenerator random;
    private double driftEast;
    private double driftNorth;
    private boolean gap;
    private int sinceWild;
    private @Nullable Instant last;
    private @Nullable LatLon lastFix;

    public GnssReceiver(NoiseProfile profile, long seed) {
        this.profile = profile;
        this.random = new SplittableRandom(seed);
        this.driftEast = random.nextGaussian();
        this.driftNorth = random.nextGaussian();
        this.sinceWild = profile.wildRest();
    }

    /** What the receiver says at an instant about the truth at that instant. */
    public Observation observe(Instant at, Whereabouts truth) {
        double seconds = last == null
                ? profile.driftSeconds()
                : Duration.between(last, at).toMillis() / 1000.0;
        last = at;
        drift(seconds);
        gap = truth.indoors() && gapAfter(seconds);
        if (gap) {
            return new Observation(false, lastFix, 0, 0, false);
        }
        boolean wild = sinceWild >= profile.wildRest() && random.nextDouble() < profile.wildShare();
        sinceWild = wild ? 0 : sinceWild + 1;
        Observation seen = wild ? wild(truth) : usual(truth);
        lastFix = seen.position();
        return seen;
    }

    private void drift(double seconds) {
        double keep = Math.exp(-seconds / profile.driftSeconds());
        double fresh = Math.sqrt(1 - keep * keep);
        driftEast = driftEast * keep + fresh * random.nextGaussian();
        driftNorth = driftNorth * keep + fresh * random.nextGaussian();
    }

    /** A two-state chain whose stationary share and mean length are the profile's. */
    private boolean gapAfter(double seconds) {
        if (profile.gapShare() <= 0) {
            return false;
        }
        double leave = 1 / profile.gapSeconds();
        double enter = leave * profile.gapShare() / (1 - profile.gapShare());
        double settle = Math.exp(-seconds * (leave + enter));
        double chance = profile.gapShare() + ((gap ? 1 : 0) - profile.gapShare()) * settle;
        return random.nextDouble() < chance;
    }

    private Observation usual(Whereabouts truth) {
        double factor = truth.indoors() ? profile.indoorFactor() : 1;
        double drift = profile.driftMeters() * factor;
        double jitter = profile.jitterMeters() * factor;
        LatLon at = truth.position()
                .offset(
                        drift * driftEast + jitter * random.nextGaussian(),
                        drift * driftNorth + jitter * random.nextGaussian());
        double claimed = Math.max(2, 1.5 * Math.hypot(drift, jitter) * random.nextDouble(0.75, 1.4));
        int satellites = truth.indoors() ? random.nextInt(4, 8) : random.nextInt(9, 19);
        return new Observation(true, at, claimed, satellites, false);
    }

    private Observation wild(Whereabouts truth) {
        double angle = random.nextDouble(0, 2 * Math.PI);
        double far = random.nextDouble(profile.wildMetersMin(), profile.wildMetersMax());
        LatLon at = truth.position().offset(far * Math.cos(angle), far * Math.sin(angle));
        return new Observation(true, at, random.nextDouble(2, 10), random.nextInt(7, 14), true);
    }
}
