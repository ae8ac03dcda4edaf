package org.guitu.web.sentence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One version of a decision paper.
 *
 * @param finalOn when it became final
 * @param servedOn when the paper reached the agency
 * @param sentence as it was pronounced
 * @param accomplices whether there are some: contact with them needs an approval
 * @param recordedBy by name
 * @param withdrawn why the whole entry was a mistake; empty while it stands
 */
public record Decision(
        long id,
        int version,
        Paper paper,
        BodyKind bodyKind,
        String body,
        String documentNumber,
        LocalDate decidedOn,
        Optional<LocalDate> finalOn,
        Optional<LocalDate> servedOn,
        Optional<Crime> crime,
        String offence,
        String sentence,
        boolean accomplices,
        String note,
        Instant recordedAt,
        String recordedBy,
        Optional<String> withdrawn) {}
