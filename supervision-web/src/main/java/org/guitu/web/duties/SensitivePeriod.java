package org.guitu.web.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A time in which an organisation and all below it look closer.
 *
 * @param hours how much closer phones are located, as {@link PeriodPlans} keeps it
 */
record SensitivePeriod(
        long id,
        String name,
        String organisationName,
        LocalDate firstDay,
        LocalDate lastDay,
        int everyDays,
        Optional<String> hours,
        String declaredBy,
        Optional<Instant> endedAt) {

    boolean over(LocalDate today) {
        return endedAt.isPresent() || lastDay.isBefore(today);
    }
}
