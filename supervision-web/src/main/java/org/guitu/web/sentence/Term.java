package org.guitu.web.sentence;

import java.time.Instant;
import java.time.LocalDate;
import org.guitu.web.calendar.SentenceTerm;

/**
 * One version of the term.
 *
 * @param heldDays days held before the judgment
 * @param reckoning from which day how long, what is credited for those days and what was not served
 */
public record Term(
        int version,
        TermChange change,
        String reason,
        String documentNumber,
        int heldDays,
        SentenceTerm reckoning,
        LocalDate lastDay,
        Instant recordedAt,
        String recordedBy) {}
