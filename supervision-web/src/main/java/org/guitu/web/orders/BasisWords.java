package org.guitu.web.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
                long left = basis.daysLeft(LocalDate.ofInstant(now, person.zone()));
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
            case LIVE -> basis.daysLeft(LocalDate.ofInstant(now, person.zone())) <= 7 ? "warn" : "good";
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
        if (bases.stream().anyMatch(basis -> basis.state(now) == Basis.State.LIVE)) {
            return page.text("orders.idle");
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
        return String.join(" · ", detail);
    }
}
