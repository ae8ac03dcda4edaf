package org.guitu.web.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.guitu.web.alerts.AlertQuery;
import org.guitu.web.alerts.AlertQuery.Show;
import org.guitu.web.alerts.Severity;
import org.guitu.web.http.Request;
import org.guitu.web.ui.Page;

/** Which alerts the queue shows, as the address says: {@code ?show=open|mine|all&severity=critical|serious|info}. */
public record DeskFilter(Show show, Optional<Severity> severity) {

    /** One filter to choose. */
    public record Choice(String address, String words, boolean chosen) {}

    static DeskFilter of(Request request) {
        return new DeskFilter(
                request.query("show").flatMap(text -> value(Show.class, text)).orElse(Show.OPEN),
                request.query("severity").flatMap(text -> value(Severity.class, text)));
    }

    AlertQuery query() {
        return new AlertQuery(show, severity, OptionalLong.empty(), OptionalLong.empty(), AlertQuery.LIMIT);
    }

    /** The query of an address that keeps this filter, without a question mark; empty for the filter one begins with. */
    String address() {
        List<String> parts = new ArrayList<>();
        if (show != Show.OPEN) {
            parts.add("show=" + word(show));
        }
        severity.ifPresent(one -> parts.add("severity=" + word(one)));
        return String.join("&", parts);
    }

    List<Choice> shows(Page page) {
        List<Choice> choices = new ArrayList<>();
        for (Show one : Show.values()) {
            choices.add(choice(page.text("live.show." + one), new DeskFilter(one, severity), one == show));
        }
        return choices;
    }

    List<Choice> severities(Page page) {
        List<Choice> choices = new ArrayList<>();
        choices.add(choice(page.text("live.severity.any"), new DeskFilter(show, Optional.empty()), severity.isEmpty()));
        for (Severity one : Severity.values()) {
            boolean chosen = severity.isPresent() && severity.get() == one;
            choices.add(choice(page.text("alerts.severity." + one), new DeskFilter(show, Optional.of(one)), chosen));
        }
        return choices;
    }

    private static Choice choice(String words, DeskFilter filter, boolean chosen) {
        String query = filter.address();
        return new Choice(query.isEmpty() ? "/" : "/?" + query, words, chosen);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Optional<E> value(Class<E> type, String text) {
        for (E one : type.getEnumConstants()) {
            if (word(one).equals(text)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
