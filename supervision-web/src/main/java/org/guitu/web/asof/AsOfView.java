package org.guitu.web.asof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guitu.web.http.Form;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/**
 * What held on a day, in words.
 *
 * @param told the question in a sentence
 * @param nothing whether the books knew nothing of the person yet
 */
public record AsOfView(
        long personId, String person, Form form, String told, boolean nothing, List<Row> papers, List<Row> facts) {

    /** One kind of fact with all that held of it. */
    public record Row(String label, List<Line> lines) {}

    /**
     * One value.
     *
     * @param when from when until when it held, {@code ""} where that is not kept
     */
    public record Line(String value, String when) {}

    static AsOfView of(
            Page page, Person person, Form form, LocalDate day, Optional<LocalDate> known, AsOfReader.Answer answer) {
        String date = page.times().date(day);
        return new AsOfView(
                person.id(),
                person.name(),
                form,
                known.map(at -> page.text("asof.told.known", date, page.times().date(at)))
                        .orElseGet(() -> page.text("asof.told", date)),
                answer.papers().isEmpty(),
                answer.papers().map(papers -> papers(page, papers)).orElse(List.of()),
                facts(page, answer.held()));
    }

    private static List<Row> papers(Page page, AsOfStore.Papers papers) {
        String nothing = page.text("people.nothing");
        String from = papers.termFrom().map(page.times()::date).orElse("?");
        String to = papers.termTo().map(page.times()::date).orElse("?");
        boolean term = papers.termFrom().isPresent() || papers.termTo().isPresent();
        return List.of(
                row(page.text("people.name"), papers.name()),
                row(page.text("people.caseNumber"), papers.caseNumber()),
                row(page.text("people.term"), term ? page.text("people.term.span", from, to) : nothing),
                row(page.text("people.address"), papers.address().isEmpty() ? nothing : papers.address()));
    }

    private static Row row(String label, String value) {
        return new Row(label, List.of(new Line(value, "")));
    }

    private static List<Row> facts(Page page, List<Held> held) {
        List<Row> rows = new ArrayList<>();
        for (Held.What what : Held.What.values()) {
            List<Line> lines = held.stream()
                    .filter(one -> one.what() == what)
                    .map(one -> new Line(value(page, one), when(page, one)))
                    .toList();
            if (!lines.isEmpty()) {
                rows.add(new Row(page.text("asof.what." + what), lines));
            }
        }
        return rows;
    }

    private static String value(Page page, Held held) {
        return switch (held.what()) {
            case CATEGORY -> page.text("people.category." + held.value());
            case CLASS -> page.text("people.class." + held.value());
            case STATE -> page.text("people.state." + held.value());
            case ORGANISATION, DEVICE -> joined(held.value(), held.detail());
            case BASIS -> joined(page.text("orders.kind." + held.value()), held.detail());
            case ZONE -> joined(held.value(), page.text("zones.kind." + held.detail()));
            case RULE -> page.text("rules.kind." + held.value());
        };
    }

    private static String joined(String value, String detail) {
        return detail.isEmpty() ? value : value + " · " + detail;
    }

    private static String when(Page page, Held held) {
        String from = page.times().minute(held.from());
        return held.to()
                .map(to -> page.text("asof.when", from, page.times().minute(to)))
                .orElseGet(() -> page.text("asof.when.open", from));
    }
}
