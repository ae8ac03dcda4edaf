package org.guitu.protocols.jt808;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guitu.protocols.Octets;
import org.guitu.protocols.report.DeviceProfile;
import org.guitu.protocols.report.Plausibility;
import org.guitu.protocols.report.Report;
import org.guitu.protocols.report.Report.Item;
import org.guitu.protocols.report.Report.Kind;
import org.guitu.protocols.report.Report.Mark;

/** Messages to canonical reports. Logins, replies and fragments carry none. */
record Jt808Reports(Plausibility plausibility) {

    /** By the standard the clock is Beijing's wherever the terminal is (§8.18, table 23). */
    private static final ZoneOffset STANDARD_ZONE = ZoneOffset.ofHours(8);

    List<Report> of(Jt808Message message, DeviceProfile profile, Instant receivedAt) {
        Jt808LocationReport reader = new Jt808LocationReport(
                message.header().deviceId(),
                profile,
                profile.clockOffset().orElse(STANDARD_ZONE),
                plausibility,
                receivedAt);
        return switch (message) {
            case Jt808Message.Location m -> List.of(reader.of(Kind.POSITION, m.location(), List.of(), Set.of()));
            case Jt808Message.LocationAnswer m -> List.of(reader.of(Kind.RESPONSE, m.location(), List.of(), Set.of()));
            case Jt808Message.Batch m -> {
                List<Item> batchType = List.of(new Item(Item.BATCH_TYPE, m.type()));
                Set<Mark> marks = m.type() == Jt808Message.Batch.TYPE_LATE ? Set.of(Mark.BUFFERED) : Set.of();
                yield m.locations().stream()
                        .map(location -> reader.of(Kind.POSITION, location, batchType, marks))
                        .toList();
            }
            case Jt808Message.CompactBatch m ->
                m.locations().stream()
                        .map(location -> reader.of(Kind.POSITION, location, List.of(), Set.of()))
                        .toList();
            case Jt808Message.CompactStatus m -> List.of(compactStatus(m, profile, receivedAt));
            case Jt808Message.Heartbeat m -> List.of(heartbeat(m));
            default -> List.of();
        };
    }

    private Report compactStatus(Jt808Message.CompactStatus message, DeviceProfile profile, Instant receivedAt) {
        Optional<Instant> time =
                Jt808Time.decode(message.time(), profile.clockOffset().orElse(STANDARD_ZONE));
        Set<Mark> marks = EnumSet.of(Mark.POSITION_MISSING);
        if (time.isEmpty()) {
            marks.add(Mark.TIME_INVALID);
        } else if (plausibility.suspects(time.get(), receivedAt)) {
            marks.add(Mark.TIME_SUSPECT);
        }
        Double percent = message.batteryPercent() <= 100 ? (double) message.batteryPercent() : null;
        return new Report(
                Kind.HEARTBEAT,
                message.header().deviceId(),
                time.orElse(null),
                null,
                percent,
                null,
                Set.of(),
                marks,
                List.of());
    }

    /** One family appends battery percent, signal and state to its heartbeat. */
    private static Report heartbeat(Jt808Message.Heartbeat message) {
        Octets extra = message.extra();
        Double percent = extra.size() == 3 && extra.u8(0) <= 100 ? (double) extra.u8(0) : null;
        List<Item> items = extra.isEmpty() ? List.of() : List.of(new Item("heartbeat", extra.hex()));
        return new Report(
                Kind.HEARTBEAT,
                message.header().deviceId(),
                null,
                null,
                percent,
                null,
                Set.of(),
                Set.of(Mark.POSITION_MISSING),
                items);
    }
}
