package org.guitu.ingest.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a failed statement means for the one who tried it. */
public final class SqlStates {

    private SqlStates() {}

    /** The SQL state of the deepest {@link SQLException} among the causes, or {@code ""}. */
    public static String of(Throwable failure) {
        String state = "";
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                state = sql.getSQLState();
            }
        }
        return state;
    }

    /** Whether a {@link SQLException} is among the causes. */
    public static boolean isSql(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the data itself is at fault, so that the same statement would fail again: data exception (22), integrity (23), limit
     * exceeded (54). Everything else is the database's trouble and passes, or an operator mends it.
     */
    public static boolean isDataAtFault(Throwable failure) {
        String state = of(failure);
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    /** Whether two transactions merely met (40): to be tried again at once, and no sign that the database is away. */
    public static boolean isCollision(Throwable failure) {
        return of(failure).startsWith("40");
    }
}
