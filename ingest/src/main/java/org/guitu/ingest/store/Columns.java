package org.guitu.ingest.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Binds rows as one array per column, for {@code insert ... select from unnest(?, ?, ...)}: one statement, whatever the number of rows,
 * and one plan for all sizes.
 *
 * @param <R> the row
 */
public final class Columns<R> {

    private final PreparedStatement statement;
    private final List<R> rows;
    private int next = 1;

    public Columns(PreparedStatement statement, List<R> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    /** The next parameter: the values of one column, as an array of a PostgreSQL type. */
    public Columns<R> add(String type, Function<R, @Nullable Object> column) throws SQLException {
        // The driver takes byte strings only as an array of their own type.
        Object[] values = type.equals("bytea") ? new byte[rows.size()][] : new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = column.apply(rows.get(i));
            values[i] = value instanceof Instant instant ? Times.text(instant) : value;
        }
        Connection connection = statement.getConnection();
        statement.setArray(next++, connection.createArrayOf(type, values));
        return this;
    }
}
