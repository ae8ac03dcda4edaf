package org.guitu.web.sentence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One version of an injunction (刑法 38, 72).
 *
 * @param activities what the person must not do, {@code ""} for nothing
 * @param places where he or she must not go
 * @param contacts whom he or she must not meet
 * @param lastDay included
 * @param endedAt when it was lifted before its last day, or taken back as a mistake
 */
public record Injunction(
        long id,
        int version,
        String documentNumber,
        String activities,
        String places,
        String contacts,
        LocalDate firstDay,
        LocalDate lastDay,
        Instant recordedAt,
        String recordedBy,
        Optional<Instant> endedAt,
        String endReason) {

    /** Whether it binds on a day. */
    public boolean inForce(LocalDate day) {
        return endedAt.isEmpty() && !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
