package org.guitu.simulators.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.guitu.geofence.judgement.Checkpoint;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.judgement.Fold;
import org.guitu.geofence.judgement.Judge;
import org.guitu.geofence.judgement.Reconciliation;
import org.guitu.geofence.replay.Replay;
import org.guitu.geofence.replay.ReplayRow;
import org.guitu.geofence.replay.Timeline;
import org.guitu.geofence.rule.DeviceTerms;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.track.Fix;
import org.guitu.geofence.track.FixTimes;

/** Our own judge on a day of the laboratory, in both ways it can be asked. */
final class Court {

    private Court() {}

    /** In device-time order, at once, of rows whose clock was right. */
    static List<Verdict> inDeviceTime(LabDay day, Judge judge) {
        var fixes = new TreeSet<Fix>();
        for (LabReport report : day.reports()) {
            if (report.timely()) {
                fixes.add(report.row().fix());
            }
        }
        Fold fold = judge.fold(Checkpoint.start(), fixes, book(day.zone()), LabDay.END);
        var verdicts = new ArrayList<Verdict>();
        for (Finding finding : fold.findings()) {
            verdicts.add(new Verdict(finding.start(), finding.confirmedAt(), end(finding.end())));
        }
        return verdicts;
    }

    /** In order of arrival, wrong clocks and duplicates included: what stands at the end, confirmed when it was raised. */
    static List<Verdict> inOrderOfArrival(LabDay day, DeviceTerms terms) {
        List<ReplayRow> rows = day.reports().stream().map(LabReport::row).toList();
        var verdicts = new ArrayList<Verdict>();
        for (Replay.Result result : new Replay(List.of(day.zone()), terms).run(rows, Optional.of(LabDay.END))) {
            verdicts.add(new Verdict(result.start(), result.raisedAt(), end(result.end())));
        }
        return verdicts;
    }

    /** How many findings were raised and later taken back, as the day's reports arrived. */
    static long takenBack(LabDay day, Judge judge) {
        var timeline = new Timeline(judge, book(day.zone()));
        for (LabReport report : day.reports()) {
            ReplayRow row = report.row();
            if (FixTimes.possible(row.fixTime(), row.receivedTime())) {
                timeline.accept(row.fix());
            }
        }
        return timeline.history().stream()
                .filter(change -> change.revision() instanceof Reconciliation.Revision.Retract)
                .count();
    }

    private static RuleBook book(Replay.Zone zone) {
        return new RuleBook(1, List.of(new Rule(1, zone.order(), zone.schedule(), Instant.MIN, Instant.MAX)));
    }

    private static Instant end(Instant end) {
        return end == null ? LabDay.END : end;
    }
}
