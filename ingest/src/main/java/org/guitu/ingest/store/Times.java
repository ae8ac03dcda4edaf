package org.guitu.ingest.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants to {@code timestamptz} and back, the infinities as {@link Instant#MIN} and {@link Instant#MAX}. */
public final class Times {

    /** What PostgreSQL holds without trouble, and no report is outside of. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Times() {}

    /** The literal of an instant. */
    public static String text(Instant instant) {
        if (instant.isBefore(FIRST)) {
            return "-infinity";
        }
        return instant.isAfter(LAST) ? "infinity" : instant.toString();
    }

    /** The value of a parameter that is a {@code timestamptz} from the start: only such a one lets the planner leave partitions alone. */
    public static OffsetDateTime value(Instant instant) {
        if (instant.isBefore(FIRST)) {
            return OffsetDateTime.MIN;
        }
        return instant.isAfter(LAST) ? OffsetDateTime.MAX : instant.atOffset(ZoneOffset.UTC);
    }

    /** The instant of a column, or null. */
    public static @Nullable Instant find(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        if (value == null) {
            return null;
        }
        if (value.equals(OffsetDateTime.MAX)) {
            return Instant.MAX;
        }
        return value.equals(OffsetDateTime.MIN) ? Instant.MIN : value.toInstant();
    }

    /** The instant of a column that is not null. */
    public static Instant get(ResultSet row, String column) throws SQLException {
        Instant value = find(row, column);
        if (value == null) {
            throw new SQLException("column " + column + " is null");
        }
        return value;
    }
}
