package org.guitu.web.places;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.guitu.web.form.Fields;

/** Reads what all questions have in common; problems gather in the {@link Fields}. */
final class QuestionFields {

    private QuestionFields() {}

    /** A stretch of time. */
    record Period(Instant from, Instant to) {}

    /** Degrees between -limit and limit. */
    static double degrees(Fields fields, String field, String raw, double limit) {
        try {
            double value = Double.parseDouble(raw.strip());
            if (Math.abs(value) <= limit) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the one message both cases share
        }
        fields.problem(field, raw.isBlank() ? "ui.form.required" : "places.error.degrees");
        return 0;
    }

    static Period period(
            Fields fields, String rawFrom, String rawTo, ZoneId zone, Instant now, Duration longest, String tooLong) {
        Optional<Instant> from = instant(fields, "from", rawFrom, zone);
        Optional<Instant> to = instant(fields, "to", rawTo, zone);
        Period period = new Period(from.orElse(now), to.orElse(now));
        if (from.isPresent() && to.isPresent()) {
            if (!period.from().isBefore(period.to())) {
                fields.problem("to", "tracks.error.reversed");
            } else if (Duration.between(period.from(), period.to()).compareTo(longest) > 0) {
                fields.problem("to", tooLong, longest.toHours() > 24 ? longest.toDays() : longest.toHours());
            }
            if (period.from().isAfter(now)) {
                fields.problem("from", "places.error.future");
            }
        }
        return period;
    }

    private static Optional<Instant> instant(Fields fields, String field, String raw, ZoneId zone) {
        if (raw.isBlank()) {
            fields.problem(field, "ui.form.required");
        }
        return fields.optionalInstant(field, raw, zone);
    }
}
