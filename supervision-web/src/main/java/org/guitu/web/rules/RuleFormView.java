package org.guitu.web.rules;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.web.form.Option;
import org.guitu.web.form.WeeklyHours;
import org.guitu.web.http.Form;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/**
 * The words of the form that orders or changes a rule.
 *
 * @param kind the name of the kind, which decides on the fields
 * @param version of the rule that is changed; empty for a new one
 * @param search what was searched for among people
 * @param found people to choose from
 * @param nobody that the search found nobody, {@code ""} otherwise
 */
public record RuleFormView(
        Form form,
        String kind,
        String title,
        String lead,
        String action,
        String cancel,
        Optional<Integer> version,
        String search,
        List<Option> found,
        String nobody,
        List<Option> days,
        List<Row> rows) {

    /** How many windows a page shows at least. */
    private static final int ROWS = 3;

    /** One row of the weekly hours. */
    public record Row(int index, List<String> days, String from, String to) {}

    /** People found by words, supervised ones and protected ones, for an order to keep away from one of them. */
    record Search(String words, List<Option> people, List<ProtectedPeople.Found> protectedPeople) {
        static final Search NONE = new Search("", List.of(), List.of());
    }

    static RuleFormView of(
            Page page, Form form, Person person, RuleKind kind, Optional<OrderedRule> rule, Search search) {
        String base = "/people/" + person.id() + "/rules";
        return new RuleFormView(
                form,
                kind.name(),
                page.text(
                        rule.isPresent() ? "rules.edit.title" : "rules.new.title",
                        person.name(),
                        RuleWords.kind(page, kind)),
                page.text("rules.lead." + kind),
                rule.map(known -> base + "/" + known.id() + "/edit").orElse(base + "/new"),
                rule.map(known -> base + "/" + known.id()).orElse(base),
                rule.map(OrderedRule::version),
                search.words(),
                found(page, search),
                found(page, search).isEmpty() && !search.words().isBlank() ? page.text("rules.other.nobody") : "",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Option(
                                WeeklyHours.day(day),
                                day.getDisplayName(TextStyle.SHORT, page.lang().locale())))
                        .toList(),
                rows(form));
    }

    private static List<Option> found(Page page, Search search) {
        return Stream.concat(
                        search.protectedPeople().stream()
                                .map(one -> new Option(
                                        Long.toString(one.id()), page.text("rules.protected.named", one.name()))),
                        search.people().stream())
                .toList();
    }

    /** Every window there is, and at least one more to fill in. */
    private static List<Row> rows(Form form) {
        List<Row> rows = new ArrayList<>();
        for (WeeklyHours.Row window : WeeklyHours.sent(form::list, form::text)) {
            rows.add(new Row(rows.size(), window.days(), window.from(), window.to()));
        }
        do {
            rows.add(new Row(rows.size(), List.of(), "", ""));
        } while (rows.size() < ROWS);
        return rows;
    }
}
