package org.guitu.geofence.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.judgement.Fold;
import org.guitu.geofence.judgement.Judge;
import org.guitu.geofence.replay.RaisedFinding;
import org.guitu.geofence.replay.Timeline;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.track.Fix;
import org.jspecify.annotations.Nullable;

/** Runs a table of reports through a timeline as they arrive and tells each standing finding in a line. */
public final class Watch {

    private Watch() {}

    public static Timeline run(List<Fix> fixes, String until, Rule... rules) {
        var timeline = new Timeline(new Judge(), TestZones.book(rules));
        fixes.forEach(timeline::accept);
        timeline.advanceTo(Track.at(until));
        return timeline;
    }

    /** Standing findings, a line each: {@code EXCLUSION 10:03 to 10:09, confirmed 10:04, raised 10:04}. */
    public static List<String> findings(List<Fix> fixes, String until, Rule... rules) {
        return told(run(fixes, until, rules));
    }

    public static List<String> told(Timeline timeline) {
        return timeline.findings().stream().map(Watch::line).toList();
    }

    /** Standings by rule id: {@code 3 UNOBSERVED}. */
    public static List<String> standings(Timeline timeline) {
        return timeline.standings().stream()
                .map((Fold.Standing standing) -> standing.ruleId() + " " + standing.state())
                .toList();
    }

    static String line(RaisedFinding raised) {
        Finding finding = raised.finding();
        return finding.kind() + " " + time(finding.start()) + " to " + time(finding.end()) + ", confirmed "
                + time(finding.confirmedAt()) + ", raised " + time(raised.raisedAt())
                + (raised.retrospective() ? ", retrospective" : "");
    }

    /** A finding that was not raised by a timeline: {@code 10:00 to 11:00, confirmed 10:25} behind a prefix. */
    static String line(String prefix, Finding finding) {
        return prefix + time(finding.start()) + " to " + time(finding.end()) + ", confirmed "
                + time(finding.confirmedAt());
    }

    private static String time(@Nullable Instant instant) {
        if (instant == null) {
            return "now";
        }
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        long day = ChronoUnit.DAYS.between(Track.MONDAY, LocalDate.from(time)) + 1;
        return (day == 1 ? "" : "d" + day + " ") + time.toLocalTime();
    }
}
