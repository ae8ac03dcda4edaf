package org.guitu.web.places;

import java.time.Duration;
import java.util.List;
import org.guitu.geofence.places.PatternReport;
import org.guitu.geofence.places.UsualPlace;
import org.guitu.web.zones.Zone;

/**
 * The answer about one person's habits.
 *
 * @param places usual places, the one seen longest first
 * @param report departures from habit, and how much of each day was observed
 * @param zones in force in the period; a place within one bears its name
 */
record Habits(Question question, List<UsualPlace> places, PatternReport report, List<Zone> zones) {

    Duration observed() {
        return report.days().stream().map(PatternReport.Day::observed).reduce(Duration.ZERO, Duration::plus);
    }

    Duration unobserved() {
        return report.days().stream().map(PatternReport.Day::unobserved).reduce(Duration.ZERO, Duration::plus);
    }
}
