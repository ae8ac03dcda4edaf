package org.guitu.web.leave;

import java.time.Instant;
import org.guitu.web.caselog.CaseEntry;
import org.guitu.web.ui.Page;

/** What is said of leave. */
final class LeaveWords {

    private LeaveWords() {}

    /** An entry of the timeline: the days, where to and why. */
    static CaseEntry entry(String kind, Leave leave) {
        return CaseEntry.of(kind)
                .day(leave.firstDay())
                .day(leave.lastDay())
                .text(leave.destination())
                .word("leave.reason." + leave.reason());
    }

    static String span(Page page, Leave leave) {
        return leave.firstDay().equals(leave.lastDay())
                ? page.times().date(leave.firstDay())
                : page.text(
                        "leave.span",
                        page.times().date(leave.firstDay()),
                        page.times().date(leave.lastDay()));
    }

    static String state(Page page, Leave leave, Instant now) {
        return page.text("leave.state." + leave.state(now));
    }

    static String tone(Leave leave, Instant now) {
        return switch (leave.state(now)) {
            case WAITING, AWAY -> "warn";
            case COMING, RETURNED -> "good";
            case OVERDUE -> "critical";
            case LAPSED, REFUSED, WITHDRAWN, REVOKED, CONTINUED, CLOSED -> "none";
        };
    }

    /** The days, the total and whose decision they make it. */
    static String authority(Page page, LeaveAuthority authority) {
        return page.text(
                "leave.authority." + authority.level(),
                Integer.toString(authority.days()),
                Integer.toString(authority.totalDays()));
    }

    static String authority(Page page, Leave leave) {
        return page.text(
                "leave.authority." + leave.authority(),
                Integer.toString(leave.days()),
                Integer.toString(leave.totalDays()));
    }
}
