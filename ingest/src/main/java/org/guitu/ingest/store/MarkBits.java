package org.guitu.ingest.store;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.guitu.protocols.report.Report.Mark;

/** Marks as one stored number. The bit is stored: never renumber, only append. */
public final class MarkBits {

    private static final Map<Mark, Integer> BITS = new EnumMap<>(Map.of(
            Mark.ZERO_COORDINATES, 1,
            Mark.COORDINATES_INVALID, 1 << 1,
            Mark.TIME_INVALID, 1 << 2,
            Mark.TIME_SUSPECT, 1 << 3,
            Mark.LAST_KNOWN_ONLY, 1 << 4,
            Mark.POSITION_MISSING, 1 << 5,
            Mark.BUFFERED, 1 << 6,
            Mark.MOCK_LOCATION, 1 << 7,
            Mark.ZONE_ASSUMED, 1 << 8));

    private MarkBits() {}

    /** The set as one stored number. */
    public static int of(Set<Mark> marks) {
        int bits = 0;
        for (Mark mark : marks) {
            bits |= BITS.getOrDefault(mark, 0);
        }
        return bits;
    }

    /** The set a stored number stands for; unknown bits are ignored. */
    public static Set<Mark> toSet(int bits) {
        EnumSet<Mark> marks = EnumSet.noneOf(Mark.class);
        BITS.forEach((mark, bit) -> {
            if ((bits & bit) != 0) {
                marks.add(mark);
            }
        });
        return marks;
    }
}
