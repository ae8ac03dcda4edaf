package org.guitu.web.orders;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guitu.ingest.admit.CollectionHours;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** What is said of a basis. */
final class BasisWords {

    private BasisWords() {}

    static String title(Page page, Basis basis) {
        return page.text("orders.kind." + basis.kind());
    }

    static String term(Page page, Basis basis) {
        return page.text(
                "orders.term", page.times().date(basis.firstDay()), page.times().date(basis.lastDay()));
    }

    /** How it stands: what remains, or how it ended. */
    static String state(Page page, Basis basis, Person person, Instant now) {
        return switch (basis.state(now)) {
            case COMING -> page.text("orders.state.COMING", page.times().date(basis.firstDay()));
            case LIVE -> {
                long left = basis.daysLeft(LocalDate.ofInstant(now, person.zone()), person.zone());
                yield left == 0
                        ? page.text("orders.state.LAST_DAY")
                        : page.text("orders.state.LIVE", Long.toString(left));
            }
            case OVER ->
                basis.endedAt()
                        .map(at -> page.text("orders.state.ENDED", page.times().minute(at)))
                        .orElse(page.text("orders.state.OVER"));
            case REVOKED -> page.text("orders.state.REVOKED");
        };
    }

    static String tone(Basis basis, Person person, Instant now) {
        return switch (basis.state(now)) {
            case LIVE -> basis.daysLeft(LocalDate.ofInstant(now, person.zone()), person.zone()) <= 7 ? "warn" : "good";
            case COMING -> "neutral";
            case OVER, REVOKED -> "none";
        };
    }

    /** What is collected of the person now, and if nothing, why. */
    static String collecting(Page page, Person person, List<Basis> bases, boolean collecting, Instant now) {
        if (collecting) {
            return page.text("orders.live");
        }
        if (!person.supervised()) {
            return page.text("orders.none.released");
        }
        List<Basis> live = bases.stream()
                .filter(basis -> basis.state(now) == Basis.State.LIVE)
                .toList();
        if (!live.isEmpty()) {
            boolean open = live.stream().anyMatch(basis -> basis.covers(now));
            return page.text(open ? "orders.idle" : "orders.outside");
        }
        return lastOver(bases, now)
                .map(basis -> page.text("orders.over", page.times().minute(basis.until())))
                .orElse(page.text("orders.none"));
    }

    /** The basis that was the last to end, while none has begun since. */
    private static Optional<Basis> lastOver(List<Basis> bases, Instant now) {
        return bases.stream()
                .filter(basis -> basis.state(now) == Basis.State.OVER)
                .max(Comparator.comparing(Basis::until));
    }

    /** Ground, approval and papers, as far as there are. */
    static String detail(Page page, Basis basis) {
        List<String> detail = new ArrayList<>();
        basis.ground().ifPresent(ground -> detail.add(page.text("orders.ground." + ground)));
        if (!basis.appliedBy().isEmpty()) {
            detail.add(page.text("orders.applicant-is", basis.appliedBy()));
        }
        if (!basis.approvedBy().isEmpty()) {
            detail.add(page.text("orders.approved-by", basis.approvedBy()));
        }
        if (!basis.documentNumber().isEmpty()) {
            detail.add(page.text("orders.document", basis.documentNumber()));
        }
        if (basis.kind() == BasisKind.PHONE_PLAN) {
            detail.add(basis.hours().map(hours -> hours(page, hours)).orElse(page.text("orders.continuous.is")));
        }
        return String.join(" · ", detail);
    }

    /** When a phone is located. */
    static String hours(Page page, CollectionHours hours) {
        List<String> parts = new ArrayList<>();
        hours.weekly()
                .ifPresent(schedule -> schedule.windows()
                        .forEach(window -> parts.add(
                                page.text("orders.window", days(page, window.days()), window.from(), window.to()))));
        hours.points()
                .ifPresent(points -> parts.add(page.text(
                        "orders.points.is",
                        Integer.toString(points.perDay()),
                        points.from(),
                        points.to(),
                        Integer.toString(points.minutesAround()))));
        return String.join(page.text("orders.and"), parts);
    }

    /** What a sensitive period adds, why and until when. */
    static String period(Page page, PeriodCover period) {
        return page.text(
                "orders.period",
                period.name(),
                page.times().date(period.firstDay()),
                page.times().date(period.lastDay()),
                hours(page, period.hours()));
    }

    private static String days(Page page, Set<DayOfWeek> days) {
        return days.size() == 7
                ? page.text("orders.every-day")
                : days.stream()
                        .sorted()
                        .map(day ->
                                day.getDisplayName(TextStyle.SHORT, page.lang().locale()))
                        .collect(Collectors.joining(" "));
    }

    /** The random points of today, {@code ""} if there are none. */
    static String pointsToday(Page page, Basis basis, Person person, Instant now) {
        if (basis.state(now) != Basis.State.LIVE) {
            return "";
        }
        return basis.hours()
                .flatMap(CollectionHours::points)
                .map(points -> page.text(
                        "orders.points.today",
                        points.on(LocalDate.ofInstant(now, person.zone())).stream()
                                .map(page.times()::clock)
                                .collect(Collectors.joining(" "))))
                .orElse("");
    }
}
