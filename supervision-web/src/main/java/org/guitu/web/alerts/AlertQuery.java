package org.guitu.web.alerts;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which alerts to list.
 *
 * @param show open ones, those of the reader's own people, or all of them
 * @param severity only these; empty for every severity
 * @param personId only this person's
 * @param before only alerts with a lesser id: the next page of a list by id
 * @param limit at most this many, 1-500
 */
public record AlertQuery(
        Show show, Optional<Severity> severity, OptionalLong personId, OptionalLong before, int limit) {

    /** How many a list shows. */
    public static final int LIMIT = 200;

    /** Whose and in which state. */
    public enum Show {
        /** Not resolved. */
        OPEN,
        /** Not resolved, and about a person assigned to the reader or taken on by the reader. */
        MINE,
        /** Resolved ones too. */
        ALL
    }

    public AlertQuery {
        limit = Math.clamp(limit, 1, 500);
    }

    public static AlertQuery open() {
        return new AlertQuery(Show.OPEN, Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), LIMIT);
    }

    public static AlertQuery ofPerson(long personId) {
        return new AlertQuery(Show.OPEN, Optional.empty(), OptionalLong.of(personId), OptionalLong.empty(), 50);
    }

    /** Whether a list of this kind shows the alert to this reader. */
    public boolean shows(AlertRow row, long readerId) {
        Alert alert = row.alert();
        boolean mine = Objects.equals(row.officerId(), readerId) || Objects.equals(alert.acknowledgedBy(), readerId);
        return (show == Show.ALL || alert.open())
                && (show != Show.MINE || mine)
                && (severity.isEmpty() || severity.get() == alert.severity())
                && (personId.isEmpty() || personId.getAsLong() == alert.personId());
    }
}
