package org.guitu.web.findings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.judgement.Traced;
import org.guitu.ingest.review.Explanation;

/** A fix of a finding and the part it played. Pure. */
record Weighed(Traced fix, Part part) {

    /** From this share on a fix is more likely wild than not. */
    static final double WILD = 0.5;

    /** Of a violation that began by the clock alone: the fixes before it that told where the person was. */
    private static final int BEFORE_THE_CLOCK = 3;

    private static final Duration STILL_TELLS = Duration.ofMinutes(30);

    /** What a fix did for the finding. */
    enum Part {
        /** One of those that convinced. */
        CONVINCED,
        /** One of those that ended it. */
        ENDED,
        /** More likely wild than not, and so of next to no weight. */
        IGNORED,
        /** It counted, and convinced nobody by itself. */
        COUNTED,
        /** The rule was not in force. */
        OUT_OF_HOURS
    }

    private record Key(Instant at, long hash) {}

    /** All fixes of the trace, oldest first. */
    static List<Weighed> of(Explanation why) {
        Finding finding = why.finding();
        Set<Key> convinced = new HashSet<>();
        Set<Key> ended = new HashSet<>();
        for (Finding.Evidence one : finding.evidence()) {
            boolean early = !one.at().isAfter(finding.confirmedAt());
            if (early && one.distanceMeters() > 0) {
                convinced.add(new Key(one.at(), one.contentHash()));
            } else if (!early && one.distanceMeters() <= 0) {
                ended.add(new Key(one.at(), one.contentHash()));
            }
        }
        boolean stored = why.trace().stream().anyMatch(fix -> convinced.contains(key(fix)));
        if (!stored) {
            beforeTheClock(why).forEach(fix -> convinced.add(key(fix)));
        }
        return why.trace().stream()
                .map(fix -> new Weighed(fix, part(fix, convinced, ended)))
                .toList();
    }

    private static Part part(Traced fix, Set<Key> convinced, Set<Key> ended) {
        if (fix.wildShare() >= WILD) {
            return Part.IGNORED;
        }
        if (convinced.contains(key(fix))) {
            return Part.CONVINCED;
        }
        if (ended.contains(key(fix))) {
            return Part.ENDED;
        }
        return fix.inForce() ? Part.COUNTED : Part.OUT_OF_HOURS;
    }

    private static List<Traced> beforeTheClock(Explanation why) {
        Instant start = why.finding().confirmedAt();
        List<Traced> before = new ArrayList<>();
        for (Traced fix : why.trace().reversed()) {
            boolean tells = !fix.at().isAfter(start) && fix.at().isAfter(start.minus(STILL_TELLS));
            if (tells && fix.depthMeters() > 0 && fix.wildShare() < WILD && before.size() < BEFORE_THE_CLOCK) {
                before.add(fix);
            }
        }
        return before;
    }

    private static Key key(Traced fix) {
        return new Key(fix.at(), fix.contentHash());
    }
}
