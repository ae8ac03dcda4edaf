package org.guitu.geofence.evidence;

import org.guitu.geofence.track.Fix;
import org.jspecify.annotations.Nullable;

/**
 * How far a fix may be off, before its neighbours are asked. Reported accuracy is taken as one standard error on one axis, which is a
 * little more cautious than the 68 % circle phones mean by it, and never as better than {@value #SIGMA_MIN} m: field data has fixes two
 * hundred metres off that claim two. Without it, satellites and source decide.
 */
public final class NoiseModel {

    static final double SIGMA_MIN = 4;
    private static final double SIGMA_MAX = 5_000;

    /** From here on a fix is one of a cell or a network, whatever it says of itself. */
    static final double COARSE_METERS = 100;

    /** Error of one range in a town, reflections included, one axis. */
    private static final double RANGE_METERS = 6;

    private static final double HDOP_METERS_MAX = 90;

    /** What is coarse may be off in ways its claim does not tell: the network's table may be wrong. */
    private static final double CELL_WILD = 0.2;

    private NoiseModel() {}

    /** Standard error in metres on one axis of an honest fix like this. */
    public static double sigmaMeters(Fix fix) {
        Double accuracy = fix.accuracyMeters();
        if (accuracy != null && accuracy > 0) {
            return Math.clamp(accuracy, SIGMA_MIN, SIGMA_MAX);
        }
        return assumedMeters(fix.source(), fix.satellites(), fix.hdop());
    }

    /**
     * The error in metres that is assumed of a fix whose device reports none, as JT/T 808 devices do.
     *
     * @param satellites satellites used, if reported
     */
    public static double assumedMeters(Fix.Source source, @Nullable Integer satellites) {
        return switch (source) {
            case CELL -> 600;
            case WIFI -> 60;
            case FUSED -> 25;
            case GNSS, UNKNOWN -> bySatellites(satellites);
        };
    }

    /**
     * The same where the device tells the geometry of its satellites.
     *
     * @param hdop horizontal dilution of precision, if reported: it multiplies the error of the single ranges
     */
    public static double assumedMeters(Fix.Source source, @Nullable Integer satellites, @Nullable Double hdop) {
        boolean bySatellite = source == Fix.Source.GNSS || source == Fix.Source.UNKNOWN;
        if (!bySatellite || hdop == null || !(hdop > 0)) {
            return assumedMeters(source, satellites);
        }
        return Math.clamp(RANGE_METERS * hdop, SIGMA_MIN, HDOP_METERS_MAX);
    }

    private static double bySatellites(@Nullable Integer satellites) {
        if (satellites == null || satellites <= 0) {
            return 15; // not told
        }
        return satellites >= 8 ? 8 : satellites >= 6 ? 12 : satellites >= 4 ? 25 : 80;
    }

    /**
     * Probability that a fix like this is wild.
     *
     * @param outlierShare the device's own share for satellite fixes
     */
    public static double wildShare(Fix fix, double outlierShare) {
        double bySource = switch (fix.source()) {
            case CELL -> Math.max(CELL_WILD, outlierShare);
            case WIFI -> Math.max(0.1, outlierShare);
            // Replayed tracks do not tell the source: a cell is known by its accuracy alone.
            case GNSS, FUSED, UNKNOWN -> coarse(fix) ? Math.max(CELL_WILD, outlierShare) : outlierShare;
        };
        Integer satellites = fix.satellites();
        boolean starved = !coarse(fix) && satellites != null && satellites > 0 && satellites < 4;
        return Math.clamp(starved ? 3 * bySource : bySource, 0.001, 0.5);
    }

    private static boolean coarse(Fix fix) {
        Double accuracy = fix.accuracyMeters();
        return accuracy != null && accuracy >= COARSE_METERS;
    }
}
