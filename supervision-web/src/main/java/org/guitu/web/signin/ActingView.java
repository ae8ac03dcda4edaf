package org.guitu.web.signin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guitu.web.access.Capacity;
import org.guitu.web.access.Principal;
import org.guitu.web.access.Staff;
import org.guitu.web.ui.Page;

/** What one may act as today. */
public record ActingView(List<Row> rows) {

    /**
     * One capacity.
     *
     * @param now whether it is the present one
     */
    public record Row(String key, String title, String place, boolean now) {}

    static ActingView of(Page page, Staff staff, List<Capacity> live) {
        Stream<Row> rows = live.stream().map(capacity -> row(page, staff, capacity));
        boolean postsKnown =
                live.stream().anyMatch(capacity -> capacity.standsInFor().isEmpty());
        return new ActingView(
                postsKnown
                        ? rows.toList()
                        : Stream.concat(Stream.of(usual(page, staff)), rows).toList());
    }

    /** Someone whose posts were never recorded acts where the books place them. */
    private static Row usual(Page page, Staff staff) {
        boolean now = staff.standsInFor().isEmpty();
        return new Row(
                "", page.text("signin.acting.usual"), now ? staff.organisation().name() : "", now);
    }

    private static Row row(Page page, Staff staff, Capacity capacity) {
        boolean same = staff.organisation().id() == capacity.organisation().id()
                && staff.standsInFor()
                        .map(Principal::id)
                        .equals(capacity.standsInFor().map(Principal::id));
        String title = Optional.of(capacity.title())
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> page.text(
                        "signin.acting.deputy",
                        capacity.standsInFor().map(Principal::name).orElse("")));
        return new Row(capacity.key(), title, capacity.organisation().name(), same);
    }
}
