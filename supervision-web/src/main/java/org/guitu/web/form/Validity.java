package org.guitu.web.form;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * From when until when an order holds, as an officer writes it: by the wall clock of the organisation responsible for the person.
 *
 * @param to empty: until ended
 */
public record Validity(Instant from, Optional<Instant> to) {

    private static final Duration BACK_MAX = Duration.ofDays(366);

    /**
     * Reads {@code validFrom} and {@code validTo}.
     *
     * @param since what holds where no beginning is written: when the order began, for a revision; else now
     */
    public static Validity read(
            String validFrom, String validTo, ZoneId zone, Instant now, Instant since, Fields fields) {
        Instant from = fields.optionalInstant("validFrom", validFrom, zone).orElse(since);
        Optional<Instant> to = fields.optionalInstant("validTo", validTo, zone);
        if (from.isBefore(now.minus(BACK_MAX)) && from.isBefore(since)) {
            fields.problem("validFrom", "ui.validity.too-far-back");
        }
        if (to.isPresent() && !to.get().isAfter(from)) {
            fields.problem("validTo", "ui.validity.reversed");
        } else if (to.isPresent() && !to.get().isAfter(now)) {
            fields.problem("validTo", "ui.validity.already-over");
        }
        return new Validity(from, to);
    }

    /**
     * Refuses a beginning that is past for a change that holds from now on: it would be shown, and nothing would be judged by it. The beginning as it
     * was may be written again.
     *
     * @param before when the order began until now
     */
    public static void refusePast(String validFrom, ZoneId zone, Instant now, Instant before, Fields fields) {
        fields.optionalInstant("validFrom", validFrom, zone)
                .filter(from -> from.isBefore(now.truncatedTo(ChronoUnit.MINUTES)))
                .filter(from -> !from.equals(before.truncatedTo(ChronoUnit.MINUTES)))
                .ifPresent(from -> fields.problem("validFrom", "ui.validity.past"));
    }
}
