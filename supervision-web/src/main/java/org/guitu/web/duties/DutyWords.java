package org.guitu.web.duties;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.guitu.web.ui.Page;

/** Duties in words. */
final class DutyWords {

    private DutyWords() {}

    static Duty.State state(Page page, Duty duty, Instant now) {
        Instant tomorrow = LocalDate.ofInstant(now, page.times().zone())
                .plusDays(1)
                .atStartOfDay(page.times().zone())
                .toInstant();
        return duty.state(now, tomorrow);
    }

    static String tone(Duty.State state) {
        return switch (state) {
            case OVERDUE -> "critical";
            case TODAY, MET_LATE -> "serious";
            case COMING, CANCELLED -> "neutral";
            case MET -> "good";
        };
    }

    /** Until when, as a last day where it ends at midnight, and how far that is. */
    static String due(Page page, Duty duty, Instant now) {
        String last = lastMoment(page, duty.dueAt());
        if (!duty.dueAt().isAfter(now)) {
            long days = Duration.between(duty.dueAt(), now).toDays();
            return days == 0 ? page.text("duties.overdue.today", last) : page.text("duties.overdue.days", last, days);
        }
        return page.text("duties.until", last);
    }

    /** From when to when; what must be done before a day says which day that is. */
    static String term(Page page, Duty duty) {
        return duty.eventAt().isAfter(duty.dueAt())
                ? page.text(
                        "duties.before",
                        lastMoment(page, duty.dueAt()),
                        page.times().date(duty.eventAt()))
                : page.text("duties.term", page.times().minute(duty.eventAt()), lastMoment(page, duty.dueAt()));
    }

    /** A duty that ends at midnight is due on the day before. */
    static String lastMoment(Page page, Instant dueAt) {
        boolean midnight = dueAt.atZone(page.times().zone()).toLocalTime().equals(java.time.LocalTime.MIDNIGHT);
        return midnight
                ? page.times().date(dueAt.minusSeconds(1))
                : page.times().minute(dueAt);
    }
}
