package org.guitu.geofence.judgement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.evidence.Crossing;
import org.guitu.geofence.evidence.EvidenceSettings;
import org.guitu.geofence.evidence.RecentTrack;
import org.guitu.geofence.evidence.Sighting;
import org.guitu.geofence.evidence.Weighed;
import org.guitu.geofence.rule.RuleLine;
import org.guitu.geofence.zone.LocalFrame;

/**
 * A way through a forbidden area in which no fix fell: a finding that is over when it is known.
 *
 * @param finding from its entry
 * @param leftAt its end
 */
record Passage(OpenFinding finding, Instant leftAt) {

    private static final Duration GAP_MAX = Duration.ofMinutes(10);
    private static final double PASSED_AT = 0.7;
    private static final double MARGIN_METERS = 100;

    /**
     * The passage between the last two sightings, if they probably tell of one. It is asked about when the next one comes, which tells whether to
     * believe them.
     *
     * @param next the sighting that has just come; not yet part of {@code track}
     * @param depth of it, negative: outside
     * @param frame about it
     */
    static Optional<Passage> beforeLast(
            Sighting next,
            double depth,
            RuleLine.Revision revision,
            RecentTrack track,
            LocalFrame frame,
            EvidenceSettings settings) {
        Sighting to = track.newest();
        Sighting from = track.newest(1);
        if (to == null || from == null) {
            return Optional.empty();
        }
        double onward = frame.distance(to.latitude(), to.longitude());
        double way = onward + about(to).distance(from.latitude(), from.longitude());
        // By the triangle: from this far the way cannot have touched it. Nearly all fixes end here.
        boolean far = -depth - way > MARGIN_METERS;
        // Who comes back at once was not there: the far fix was a wild one.
        if (far || next.suspect() || frame.distance(from.latitude(), from.longitude()) < onward) {
            return Optional.empty();
        }
        return Crossing.between(from, to, revision.area(), GAP_MAX, settings)
                .filter(crossing ->
                        crossing.probability() >= PASSED_AT && crossing.left().isAfter(crossing.entered()))
                .map(crossing -> of(crossing, from, to, next.at(), revision));
    }

    private static Passage of(
            Crossing crossing, Sighting from, Sighting to, Instant knownAt, RuleLine.Revision revision) {
        var finding = new OpenFinding(
                FindingKind.EXCLUSION,
                crossing.entered(),
                knownAt,
                crossing.depthMeters(),
                2,
                List.of(
                        weighed(from, revision, crossing.probability()),
                        weighed(to, revision, crossing.probability())));
        LocalFrame start = about(from);
        finding.place = revision.place(LocalFrame.at(
                start.latitudeAt(start.north(to.latitude()) / 2), start.longitudeAt(start.east(to.longitude()) / 2)));
        return new Passage(finding, crossing.left());
    }

    private static Weighed weighed(Sighting sighting, RuleLine.Revision revision, double probability) {
        return new Weighed(sighting.at(), sighting.contentHash(), revision.depth(about(sighting)), probability);
    }

    private static LocalFrame about(Sighting sighting) {
        return LocalFrame.at(sighting.latitude(), sighting.longitude());
    }
}
