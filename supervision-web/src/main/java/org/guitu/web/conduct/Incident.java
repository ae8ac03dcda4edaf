package org.guitu.web.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One incident as known now.
 *
 * @param first of an absence the day from which it is counted, itself not counted: the last day to report, or the day contact was lost
 * @param last of an absence the day on which it ended; empty: it goes on
 * @param source where it is seen, e.g. {@code alert:12}; {@code ""} if it was only entered
 * @param settled the heaviest measure already decided or refused because of it
 */
public record Incident(
        long id,
        int version,
        IncidentKind kind,
        Optional<Gravity> gravity,
        LocalDate first,
        Optional<LocalDate> last,
        Optional<LocalDate> admonishedOn,
        String note,
        String source,
        Optional<MeasureKind> settled,
        Instant recordedAt,
        String recordedBy) {

    /** Days of an absence up to a day: the day of the event is not counted. */
    public long days(LocalDate today) {
        return ChronoUnit.DAYS.between(first, end(today));
    }

    /** When it ended, or the day itself while it goes on. */
    LocalDate end(LocalDate today) {
        return last.filter(day -> day.isBefore(today)).orElse(today);
    }

    /** The last day it touches: of an absence when it ended, of a deed its own. */
    LocalDate lastTouched(LocalDate today) {
        return kind.absence() ? end(today) : first;
    }

    boolean open() {
        return kind.absence() && last.isEmpty();
    }
}
