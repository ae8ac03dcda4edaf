package org.guitu.protocols.report;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing a device said, in canonical words and units.
 *
 * @param kind what sort of message carried it
 * @param deviceId the identity on the wire: for JT/T 808 all digits as sent (registries compare without leading zeros), else the id text
 * @param fixTime the device's own time of the fix in UTC; absent when the message has none or it is not a date
 * @param position where, or absent when the message carries no coordinates
 * @param batteryPercent 0-100
 * @param charging whether the device says it is being charged
 * @param alarms what the device raises, as it stands in this message (states, not edges)
 * @param marks what is odd about the report
 * @param items raw words and unknown items by name, in the order met; never needed by the judgement
 */
public record Report(
        Kind kind,
        String deviceId,
        @Nullable Instant fixTime,
        @Nullable Position position,
        @Nullable Double batteryPercent,
        @Nullable Boolean charging,
        Set<Alarm> alarms,
        Set<Mark> marks,
        List<Item> items) {

    /** What sort of message carried the report. */
    public enum Kind {
        POSITION,
        LOGIN,
        HEARTBEAT,
        ALARM,
        RESPONSE,
        OTHER
    }

    /** What is odd about a report: a reason not to take it at its word. */
    public enum Mark {
        /** Latitude and longitude are both zero. */
        ZERO_COORDINATES,
        /** A coordinate is outside its range. */
        COORDINATES_INVALID,
        /** There is a time field and it is not a date. */
        TIME_INVALID,
        /** A date, but one that cannot be: before 2015 or ahead of the receive time by more than the allowed skew. */
        TIME_SUSPECT,
        /** The device repeats its last known position. */
        LAST_KNOWN_ONLY,
        /** The message carries no coordinates. */
        POSITION_MISSING,
        /** The device says that it sends this late, from its store. */
        BUFFERED,
        /** The phone says that its location provider is faked. */
        MOCK_LOCATION,
        /** The time had no zone; it was read as UTC. */
        ZONE_ASSUMED,
        /** The device says that its coordinates are shifted or enciphered; they must not be plotted. */
        COORDINATES_ENCRYPTED
    }

    /**
     * A raw word or item.
     *
     * @param name a short stable name, e.g. {@code alarmBits}, {@code iccid}, {@code item.E5}
     * @param value a {@link String}, {@link Number} or {@link Boolean}
     */
    public record Item(String name, Object value) {

        /** Set on each report of a batch: the type the batch states, e.g. 1 for late data of JT/T 808. */
        public static final String BATCH_TYPE = "batchType";

        /** Whether the item tells how the report came rather than what it says; a report sent again may differ in it. */
        public boolean aboutTransport() {
            return name.equals(BATCH_TYPE);
        }
    }

    public Report {
        alarms = Set.copyOf(alarms);
        marks = Set.copyOf(marks);
        items = List.copyOf(items);
    }

    /** Whether the report can be placed on the timeline: it has a device time that is a plausible date. */
    public boolean timed() {
        return fixTime != null && !marks.contains(Mark.TIME_INVALID) && !marks.contains(Mark.TIME_SUSPECT);
    }

    /** Whether the report says where the device is at its fix time: fixed, in range, not 0/0, not merely the last known place. */
    public boolean located() {
        return position != null && position.valid() && marks.stream().noneMatch(UNUSABLE::contains);
    }

    private static final Set<Mark> UNUSABLE = Set.copyOf(EnumSet.of(
            Mark.ZERO_COORDINATES,
            Mark.COORDINATES_INVALID,
            Mark.COORDINATES_ENCRYPTED,
            Mark.LAST_KNOWN_ONLY,
            Mark.POSITION_MISSING));
}
