package org.guitu.protocols.jt808;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.protocols.Octets;

/** The location body on the wire (§8.18, tables 23 to 27). */
final class Jt808Locations {

    static final int BASIC_BYTES = 28;

    /** Fixed tail of one family instead of items: reserved, odometer, battery, area, signal, reserved. */
    static final int TAIL_BYTES = 18;

    private Jt808Locations() {}

    /**
     * Location bodies one after the other.
     *
     * @param unreadable items too short to be one, or cut short by the end
     */
    record Several(List<Jt808Location> locations, int unreadable) {}

    static Optional<Jt808Location> read(Octets body) {
        if (body.size() < BASIC_BYTES) {
            return Optional.empty();
        }
        List<Jt808Item> items = new ArrayList<>();
        int end = readItems(body, items);
        if (end < body.size() && body.size() - BASIC_BYTES == TAIL_BYTES) {
            items.clear();
            end = BASIC_BYTES;
        }
        return Optional.of(new Jt808Location(
                (int) body.u32(0),
                (int) body.u32(4),
                body.u32(8),
                body.u32(12),
                (short) body.u16(16),
                body.u16(18),
                body.u16(20),
                body.slice(22, BASIC_BYTES),
                items,
                body.slice(end, body.size())));
    }

    /** Reads items until the body ends or one would overrun it; returns where the last whole one ends. */
    private static int readItems(Octets body, List<Jt808Item> items) {
        int at = BASIC_BYTES;
        while (at + 2 <= body.size() && at + 2 + body.u8(at + 1) <= body.size()) {
            int end = at + 2 + body.u8(at + 1);
            items.add(new Jt808Item(body.u8(at), body.slice(at + 2, end)));
            at = end;
        }
        return at;
    }

    /** Reads (length, location body) pairs; lengths have {@code lengthBytes} bytes, 1 or 2. */
    static Several readSeveral(Octets body, int lengthBytes) {
        List<Jt808Location> locations = new ArrayList<>();
        int unreadable = 0;
        int at = 0;
        while (at + lengthBytes <= body.size()) {
            int from = at + lengthBytes;
            int end = from + (lengthBytes == 1 ? body.u8(at) : body.u16(at));
            if (end > body.size()) {
                return new Several(locations, unreadable + 1);
            }
            Optional<Jt808Location> location = read(body.slice(from, end));
            location.ifPresent(locations::add);
            unreadable += location.isPresent() ? 0 : 1;
            at = end;
        }
        return new Several(locations, unreadable + (at < body.size() ? 1 : 0));
    }

    static void write(Jt808Location location, ByteBuf out) {
        out.writeInt(location.alarmBits());
        out.writeInt(location.statusBits());
        out.writeInt((int) location.latitudeMicroDegrees());
        out.writeInt((int) location.longitudeMicroDegrees());
        out.writeShort(location.altitudeMeters());
        out.writeShort(location.speedTenthsKmh());
        out.writeShort(location.courseDegrees());
        location.time().writeTo(out);
        for (Jt808Item item : location.items()) {
            out.writeByte(item.id()).writeByte(item.value().size());
            item.value().writeTo(out);
        }
        location.rest().writeTo(out);
    }

    static int size(Jt808Location location) {
        int items = location.items().stream()
                .mapToInt(item -> 2 + item.value().size())
                .sum();
        return BASIC_BYTES + items + location.rest().size();
    }
}
