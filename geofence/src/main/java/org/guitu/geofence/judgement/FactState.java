package org.guitu.geofence.judgement;

import java.util.List;
import org.guitu.geofence.evidence.Weighed;
import org.guitu.geofence.track.DeviceFact;
import org.guitu.geofence.track.Fix;

/** What the device itself raises: a finding from the first report that says so to the first later one that does not. */
final class FactState {

    private static final DeviceFact[] FACTS = DeviceFact.values();

    final Line line;

    FactState(Line line) {
        this.line = line;
    }

    void see(Fix fix, List<Finding> closed) {
        if (fix.facts().isEmpty() && line.open().isEmpty()) {
            return;
        }
        for (DeviceFact fact : FACTS) {
            OpenFinding open = line.open().get(kind(fact));
            if (fix.facts().contains(fact)) {
                var weighed = new Weighed(fix.at(), fix.contentHash(), 0, 1);
                if (open == null) {
                    line.begin(new OpenFinding(kind(fact), fix.at(), fix.at(), 0, 1, List.of(weighed)));
                } else {
                    open.support(weighed, 0);
                }
            } else if (open != null && fix.at().isAfter(open.start)) {
                // Two reports of one instant that disagree: the raised one holds until a later report.
                line.end(open, fix.at(), List.of(new Weighed(fix.at(), fix.contentHash(), 0, 0)), closed);
            }
        }
    }

    private static FindingKind kind(DeviceFact fact) {
        return switch (fact) {
            case SOS -> FindingKind.SOS;
            case TAMPER -> FindingKind.TAMPER;
            case LOW_BATTERY -> FindingKind.LOW_BATTERY;
            case POWER -> FindingKind.POWER;
            case JAMMING -> FindingKind.JAMMING;
            case MOCK_LOCATION -> FindingKind.MOCK_LOCATION;
        };
    }
}
