package org.guitu.protocols.jt808;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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

/** One location body to one report, for one terminal. */
record Jt808LocationReport(
        String deviceId, DeviceProfile profile, ZoneOffset zone, Plausibility plausibility, Instant receivedAt) {

    /** Vendor: set while the charger is plugged in; unset it says nothing, as few devices know it. */
    private static final int CHARGING_STATUS = 1 << 26;

    Report of(Kind kind, Jt808Location location, List<Item> leading, Set<Mark> given) {
        Jt808Facts facts = new Jt808Facts();
        leading.forEach(item -> facts.item(item.name(), item.value()));
        facts.item("alarmBits", "%08x".formatted(location.alarmBits()));
        facts.item("statusBits", "%08x".formatted(location.statusBits()));
        readItems(location, facts);
        Set<Alarm> alarms = Jt808Alarms.of(location, profile);
        alarms.addAll(facts.alarms());
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        marks.addAll(given);
        Optional<Instant> time = Jt808Time.decode(location.time(), zone);
        markTime(time, marks);
        Position position = position(location, facts);
        markPlace(position, location.statusBits(), marks);
        return new Report(
                kind,
                deviceId,
                time.orElse(null),
                position,
                facts.batteryPercent(),
                facts.charging(),
                alarms,
                marks,
                facts.items());
    }

    private void readItems(Jt808Location location, Jt808Facts facts) {
        if ((location.statusBits() & CHARGING_STATUS) != 0) {
            facts.charging(true);
        }
        for (Jt808Item item : location.items()) {
            Jt808Items.read(item, profile.model(), facts);
        }
        if (location.items().isEmpty() && location.rest().size() == Jt808Locations.TAIL_BYTES) {
            Jt808Items.readTail(location.rest(), facts);
        } else if (!location.rest().isEmpty()) {
            facts.item("partialItems", true);
            facts.item("rest", location.rest().hex());
        }
    }

    private void markTime(Optional<Instant> time, Set<Mark> marks) {
        if (time.isEmpty()) {
            marks.add(Mark.TIME_INVALID);
        } else if (plausibility.suspects(time.get(), receivedAt)) {
            marks.add(Mark.TIME_SUSPECT);
        }
    }

    private Position position(Jt808Location location, Jt808Facts facts) {
        int status = location.statusBits();
        double latitude = location.latitudeMicroDegrees() / ((status & Jt808Location.SOUTH) != 0 ? -1e6 : 1e6);
        double longitude = location.longitudeMicroDegrees() / ((status & Jt808Location.WEST) != 0 ? -1e6 : 1e6);
        Coordinates place = profile.datum().toWgs84(new Coordinates(latitude, longitude));
        boolean positioned = (status & Jt808Location.POSITIONED) != 0;
        return new Position(
                place.latitude(),
                place.longitude(),
                positioned,
                null,
                location.speedTenthsKmh() / 10.0,
                (double) location.courseDegrees(),
                (double) location.altitudeMeters(),
                facts.satellites(),
                null,
                positioned ? Position.Source.GNSS : Position.Source.UNKNOWN);
    }

    /** Bit 1 unset with a place that can be: the terminal repeats where it was last. */
    private static void markPlace(Position position, int status, Set<Mark> marks) {
        Coordinates place = new Coordinates(position.latitude(), position.longitude());
        if (place.isZero()) {
            marks.add(Mark.ZERO_COORDINATES);
        } else if (!place.isInRange()) {
            marks.add(Mark.COORDINATES_INVALID);
        } else if (!position.valid()) {
            marks.add(Mark.LAST_KNOWN_ONLY);
        }
        if ((status & Jt808Location.COORDINATES_ENCRYPTED) != 0) {
            marks.add(Mark.COORDINATES_ENCRYPTED);
        }
    }
}
