package org.guitu.web.permits;

import java.time.Instant;
import java.time.LocalDate;
import org.guitu.web.ui.Page;

/** What is said of permits. */
final class PermitWords {

    private PermitWords() {}

    static String title(Page page, Permit permit) {
        return page.text("permits.kind." + permit.kind()) + " · " + permit.subject();
    }

    /** Days of travel, hours of anything else. */
    static String span(Page page, Permit permit) {
        if (permit.kind() != Permit.Kind.TRAVEL) {
            return page.text(
                    "permits.span",
                    page.times().minute(permit.from()),
                    page.times().minute(permit.until()));
        }
        LocalDate last = LocalDate.ofInstant(permit.until(), permit.zone()).minusDays(1);
        return page.text(
                "permits.span",
                page.times().date(LocalDate.ofInstant(permit.from(), permit.zone())),
                page.times().date(last));
    }

    static String state(Page page, Permit permit, Instant now) {
        return page.text("permits.state." + permit.state(now));
    }

    static String tone(Permit permit, Instant now) {
        return switch (permit.state(now)) {
            case WAITING -> "warn";
            case COMING, IN_FORCE -> "good";
            case LAPSED, REFUSED, WITHDRAWN, REVOKED, CLOSED, OVER -> "none";
        };
    }
}
