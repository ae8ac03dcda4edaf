package org.guitu.simulators.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.guitu.geofence.replay.ReplayRow;
import org.guitu.geofence.zone.PreparedArea;

/** The two rules of thumb that others use, on rows in device-time order whose clock was right. */
final class Baselines {

    private static final double UNTOLD_METERS = 15;

    private Baselines() {}

    /** Every stretch of fixes outside is a finding. */
    static List<Verdict> fixByFix(LabDay day) {
        return runs(day, 1, false);
    }

    /** Two consecutive fixes clear of their accuracy are a finding. */
    static List<Verdict> twoInARow(LabDay day) {
        return runs(day, 2, true);
    }

    private static List<Verdict> runs(LabDay day, int needed, boolean clear) {
        PreparedArea area = PreparedArea.of(day.zone().order().ground().orElseThrow());
        var verdicts = new ArrayList<Verdict>();
        var run = new ArrayList<Instant>();
        List<LabReport> inOrder = day.reports().stream()
                .filter(report -> report.timely() && report.row().valid())
                .sorted(Comparator.comparing(LabReport::trueTime))
                .toList();
        for (LabReport report : inOrder) {
            ReplayRow row = report.row();
            Instant at = row.fixTime();
            Double accuracy = row.accuracyMeters();
            double margin = !clear ? 0 : accuracy == null ? UNTOLD_METERS : accuracy;
            boolean open = day.zone().schedule().map(s -> s.isOpen(at)).orElse(true);
            boolean known = !run.isEmpty() && run.getLast().equals(at);
            boolean out = open && row.fix().located() && depth(area, row) > margin;
            if (out && !known) {
                run.add(at);
            } else if (!out) {
                close(run, needed, at, verdicts);
            }
        }
        close(run, needed, LabDay.END, verdicts);
        return verdicts;
    }

    private static double depth(PreparedArea area, ReplayRow row) {
        return area.signedDistance(row.fix().latitude(), row.fix().longitude());
    }

    private static void close(List<Instant> run, int needed, Instant end, List<Verdict> verdicts) {
        if (run.size() >= needed) {
            verdicts.add(new Verdict(run.getFirst(), run.get(needed - 1), end));
        }
        run.clear();
    }
}
