package org.guitu.ingest.pipeline;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.guitu.geofence.track.DeviceFact;
import org.guitu.geofence.track.Fix;
import org.guitu.geofence.track.FixTimes;
import org.guitu.ingest.store.MarkBits;
import org.guitu.ingest.store.PositionRow;
import org.guitu.protocols.report.Alarm;
import org.guitu.protocols.report.Position;
import org.guitu.protocols.report.Report.Mark;

/** Stored reports as the judge sees them: the border between the words of the wire and those of the judgement. */
public final class Fixes {

    private static final Map<Alarm, DeviceFact> FACTS = new EnumMap<>(Map.of(
            Alarm.SOS, DeviceFact.SOS,
            Alarm.STRAP_REMOVED, DeviceFact.TAMPER,
            Alarm.TAMPER, DeviceFact.TAMPER,
            Alarm.LOW_BATTERY, DeviceFact.LOW_BATTERY,
            Alarm.POWER_OFF, DeviceFact.POWER,
            Alarm.POWER_CUT, DeviceFact.POWER,
            Alarm.JAMMING, DeviceFact.JAMMING));

    private Fixes() {}

    /** The fix of a stored report. */
    public static Fix of(PositionRow row) {
        return new Fix(
                row.fixTime(),
                row.receivedAt(),
                row.contentHash(),
                row.latitude() == null ? 0 : row.latitude(),
                row.longitude() == null ? 0 : row.longitude(),
                // A clock that fails by months says nothing about where somebody was when; the report is kept as it
                // came.
                row.located()
                        && row.latitude() != null
                        && row.longitude() != null
                        && FixTimes.possible(row.fixTime(), row.receivedAt()),
                row.accuracyMeters() == null ? null : row.accuracyMeters().doubleValue(),
                row.speedKmh() == null ? null : row.speedKmh().doubleValue(),
                row.satellites(),
                row.hdop() == null ? null : row.hdop().doubleValue(),
                source(Position.Source.ofCode(row.source())),
                facts(Alarm.ofBits(row.alarms()), MarkBits.toSet(row.marks())));
    }

    /** What a device's alarms and marks say about itself. */
    public static Set<DeviceFact> facts(Set<Alarm> alarms, Set<Mark> marks) {
        EnumSet<DeviceFact> facts = EnumSet.noneOf(DeviceFact.class);
        for (Alarm alarm : alarms) {
            DeviceFact fact = FACTS.get(alarm);
            if (fact != null) {
                facts.add(fact);
            }
        }
        if (marks.contains(Mark.MOCK_LOCATION)) {
            facts.add(DeviceFact.MOCK_LOCATION);
        }
        return facts;
    }

    private static Fix.Source source(Position.Source source) {
        return switch (source) {
            case UNKNOWN -> Fix.Source.UNKNOWN;
            case GNSS -> Fix.Source.GNSS;
            case WIFI -> Fix.Source.WIFI;
            case CELL -> Fix.Source.CELL;
            case FUSED -> Fix.Source.FUSED;
        };
    }
}
