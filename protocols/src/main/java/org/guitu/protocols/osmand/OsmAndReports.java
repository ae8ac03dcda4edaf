package org.guitu.protocols.osmand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guitu.protocols.report.Alarm;
import org.guitu.protocols.report.Coordinates;
import org.guitu.protocols.report.DeviceProfile;
import org.guitu.protocols.report.Plausibility;
import org.guitu.protocols.report.Position;
import org.guitu.protocols.report.Report;
import org.guitu.protocols.report.Report.Item;
import org.guitu.protocols.report.Report.Kind;
import org.guitu.protocols.report.Report.Mark;
import org.jspecify.annotations.Nullable;

/** One request to one report. */
record OsmAndReports(Plausibility plausibility) {

    /** Words of the app and of common scripts, letters only. */
    private static final Map<String, Alarm> ALARMS = Map.ofEntries(
            Map.entry("sos", Alarm.SOS),
            Map.entry("tampering", Alarm.TAMPER),
            Map.entry("tamper", Alarm.TAMPER),
            Map.entry("removing", Alarm.STRAP_REMOVED),
            Map.entry("strapremoved", Alarm.STRAP_REMOVED),
            Map.entry("lowbattery", Alarm.LOW_BATTERY),
            Map.entry("powercut", Alarm.POWER_CUT),
            Map.entry("poweroff", Alarm.POWER_OFF),
            Map.entry("fall", Alarm.FALL),
            Map.entry("falldown", Alarm.FALL),
            Map.entry("geofenceenter", Alarm.GEOFENCE_IN),
            Map.entry("geofenceexit", Alarm.GEOFENCE_OUT),
            Map.entry("geofence", Alarm.GEOFENCE),
            Map.entry("vibration", Alarm.VIBRATION),
            Map.entry("jamming", Alarm.JAMMING),
            Map.entry("overspeed", Alarm.OVERSPEED),
            Map.entry("movement", Alarm.MOVEMENT),
            Map.entry("door", Alarm.DOOR),
            Map.entry("temperature", Alarm.TEMPERATURE));

    Report of(OsmAndMessage message, DeviceProfile profile, Instant receivedAt) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        List<Item> items = new ArrayList<>();
        Instant fixTime = fixTime(message.time(), receivedAt, marks, items);
        Position position = position(message, profile, marks);
        Set<Alarm> alarms = EnumSet.noneOf(Alarm.class);
        message.alarm().ifPresent(word -> {
            alarms.add(ALARMS.getOrDefault(Attributes.plain(word), Alarm.OTHER));
            items.add(new Item("alarmText", word));
        });
        message.event().ifPresent(event -> items.add(new Item("eventName", event)));
        if (message.moving() != null) {
            items.add(new Item("moving", message.moving()));
        }
        if (Boolean.TRUE.equals(message.mock())) {
            marks.add(Mark.MOCK_LOCATION);
        }
        items.addAll(message.attributes());
        return new Report(
                kind(position, alarms),
                message.deviceId(),
                fixTime,
                position,
                message.batteryPercent(),
                message.charging(),
                alarms,
                marks,
                items);
    }

    private static Kind kind(@Nullable Position position, Set<Alarm> alarms) {
        if (position != null) {
            return Kind.POSITION;
        }
        return alarms.isEmpty() ? Kind.HEARTBEAT : Kind.ALARM;
    }

    private @Nullable Instant fixTime(
            OsmAndMessage.DeviceTime time, Instant receivedAt, Set<Mark> marks, List<Item> items) {
        return switch (time) {
            case OsmAndMessage.DeviceTime.Absent absent -> null;
            case OsmAndMessage.DeviceTime.Invalid invalid -> {
                marks.add(Mark.TIME_INVALID);
                items.add(new Item("fixTimeText", invalid.text()));
                yield null;
            }
            case OsmAndMessage.DeviceTime.At at -> checked(at.instant(), receivedAt, marks);
            case OsmAndMessage.DeviceTime.Zoneless zoneless -> {
                marks.add(Mark.ZONE_ASSUMED);
                items.add(new Item("fixTimeText", zoneless.text()));
                yield checked(zoneless.instant(), receivedAt, marks);
            }
        };
    }

    private Instant checked(Instant fixTime, Instant receivedAt, Set<Mark> marks) {
        if (plausibility.suspects(fixTime, receivedAt)) {
            marks.add(Mark.TIME_SUSPECT);
        }
        return fixTime;
    }

    private static @Nullable Position position(OsmAndMessage message, DeviceProfile profile, Set<Mark> marks) {
        if (message.latitude() == null || message.longitude() == null) {
            marks.add(Mark.POSITION_MISSING);
            return null;
        }
        Coordinates sent = new Coordinates(message.latitude(), message.longitude());
        if (sent.isZero()) {
            marks.add(Mark.ZERO_COORDINATES);
        } else if (!sent.isInRange()) {
            marks.add(Mark.COORDINATES_INVALID);
        }
        Coordinates place = profile.datum().toWgs84(sent);
        return new Position(
                place.latitude(),
                place.longitude(),
                !Boolean.FALSE.equals(message.valid()),
                message.accuracyMeters(),
                message.speedKmh(),
                message.courseDegrees(),
                message.altitudeMeters(),
                null,
                message.hdop(),
                Position.Source.FUSED);
    }
}
