package org.guitu.simulators.lab;

/**
 * All parameters of the laboratory's errors: fixed before the filter was tuned, never changed for its sake. "A day" is a device-day; shares are
 * of fixes, 0-1; sigmas are standard deviations along one axis.
 *
 * @param wildShare fixes that are anywhere and claim an accuracy of 2-10 m, each by itself
 * @param wildMetersMin least distance of a wild fix from the truth
 * @param wildMetersMax greatest such distance; distances are log-uniform, directions uniform
 * @param cellShare single cell fixes: off by a normal error and honest about it (the claim is the radius that holds two in three)
 * @param cellClaimMin least claim of a cell fix, metres
 * @param cellClaimMax greatest claim of a cell fix, metres
 * @param driftMetersMax greatest sigma of the indoor drift; a device's own lies between half of it and it
 * @param driftSecondsMin shortest correlation time of the drift (first-order Gauss-Markov)
 * @param driftSecondsMax longest correlation time; a device's own is log-uniform between
 * @param outdoorDriftMeters sigma of the drift in the open
 * @param jitterMetersMin least sigma of what is new with every fix
 * @param jitterMetersMax greatest such sigma; a device's own is uniform between
 * @param badSpells expected number a day of spells of about five minutes in which the drift is bad, wherever the person is
 * @param badDriftMeters sigma of the drift in a bad spell
 * @param gaps expected number a day of stretches indoors without any fix
 * @param gapMinutesMin shortest such gap, minutes; in half of them the device reports invalid positions, in the others nothing, in every fourth
 *     a cell fix now and then
 * @param delaySecondsMax longest time for which a device's reports wait for a network and then come together
 * @param delays expected number a day of such waits; every third is handed in newest first
 * @param duplicateShare reports that arrive twice
 * @param clockFaults expected number a day of one to three neighbouring fixes with a wrong time: hours or years ahead, 1970, 1980, a week rollover
 *     (1,024 weeks back), or off by minutes or hours
 * @param untoldShare devices that report no accuracy but for cell fixes; as many again report no satellites
 * @param claimMin an honest fix claims at least this many times its sigma
 * @param claimMax and at most this many times
 */
public record LabNoise(
        double wildShare,
        double wildMetersMin,
        double wildMetersMax,
        double cellShare,
        double cellClaimMin,
        double cellClaimMax,
        double driftMetersMax,
        double driftSecondsMin,
        double driftSecondsMax,
        double outdoorDriftMeters,
        double jitterMetersMin,
        double jitterMetersMax,
        double badSpells,
        double badDriftMeters,
        double gaps,
        double gapMinutesMin,
        double delaySecondsMax,
        double delays,
        double duplicateShare,
        double clockFaults,
        double untoldShare,
        double claimMin,
        double claimMax) {

    static final LabNoise MILD = new LabNoise(
            0.005, 80, 300, 0.003, 200, 500, 5, 120, 300, 2.5, 2, 5, 0.3, 20, 0.5, 4, 900, 1, 0.01, 0.5, 0.1, 0.8, 1.6);
    static final LabNoise DEFAULT = new LabNoise(
            0.01, 50, 500, 0.013, 250, 800, 8, 60, 600, 3.5, 3, 8, 1.0, 20, 2, 5, 1_800, 2, 0.02, 1, 0.25, 0.8, 1.6);
    static final LabNoise HARSH = new LabNoise(
            0.03, 50, 500, 0.02, 300, 1_200, 14, 60, 900, 8, 4, 10, 3, 28, 5, 8, 3_600, 4, 0.05, 3, 0.5, 0.8, 1.6);

    /** The same receiver with another share of wild fixes at other distances. */
    public LabNoise withWild(double share, double metersMin, double metersMax) {
        return with(share, metersMin, metersMax, driftMetersMax, driftSecondsMin, driftSecondsMax, untoldShare);
    }

    /** The same receiver with another drift. */
    public LabNoise withDrift(double metersMax, double secondsMin, double secondsMax) {
        return with(wildShare, wildMetersMin, wildMetersMax, metersMax, secondsMin, secondsMax, untoldShare);
    }

    /** The same receivers, of which another share keeps its accuracy to itself. */
    public LabNoise withUntold(double share) {
        return with(wildShare, wildMetersMin, wildMetersMax, driftMetersMax, driftSecondsMin, driftSecondsMax, share);
    }

    /** The same receiver with other jitter and claims. */
    public LabNoise withJitter(double metersMin, double metersMax, double claimsMin, double claimsMax) {
        return with(
                wildShare,
                wildMetersMin,
                wildMetersMax,
                driftMetersMax,
                driftSecondsMin,
                driftSecondsMax,
                untoldShare,
                new double[] {metersMin, metersMax, claimsMin, claimsMax});
    }

    private LabNoise with(
            double wild, double wildMin, double wildMax, double drift, double tauMin, double tauMax, double untold) {
        double[] jitter = {jitterMetersMin, jitterMetersMax, claimMin, claimMax};
        return with(wild, wildMin, wildMax, drift, tauMin, tauMax, untold, jitter);
    }

    private LabNoise with(
            double wild,
            double wildMin,
            double wildMax,
            double drift,
            double tauMin,
            double tauMax,
            double untold,
            double[] jitter) {
        return new LabNoise(
                wild,
                wildMin,
                wildMax,
                cellShare,
                cellClaimMin,
                cellClaimMax,
                drift,
                tauMin,
                tauMax,
                outdoorDriftMeters,
                jitter[0],
                jitter[1],
                badSpells,
                badDriftMeters,
                gaps,
                gapMinutesMin,
                delaySecondsMax,
                delays,
                duplicateShare,
                clockFaults,
                untold,
                jitter[2],
                jitter[3]);
    }
}
