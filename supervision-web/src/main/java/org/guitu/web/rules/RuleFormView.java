package org.guitu.web.rules;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.web.form.Difference;
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
 * @param differences between what someone else has saved meanwhile and the form
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
        List<Row> rows,
        List<Difference> differences) {

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
                rows(form),
                rule.filter(known -> overtaken(form))
                        .map(known -> differences(page, RuleFields.filled(known, person.zone()), form))
                        .orElse(List.of()));
    }

    private static boolean overtaken(Form form) {
        return form.fault("")
                .filter(fault -> fault.key().equals(RuleService.OVERTAKEN))
                .isPresent();
    }

    private static List<Difference> differences(Page page, Form theirs, Form mine) {
        List<Difference> differences = new ArrayList<>(Difference.between(
                theirs,
                mine,
                Stream.of("fixMinutes", "sendMinutes", "bufferMinutes", "meters", "validTo", "note")
                        .filter(mine.values()::containsKey)
                        .toList(),
                field -> page.text("rules." + field),
                (field, value) -> value));
        String theirHours = hours(page, theirs);
        String myHours = hours(page, mine);
        if (!theirHours.equals(myHours)) {
            differences.add(new Difference(page.text("rules.hours"), theirHours, myHours));
        }
        return differences;
    }

    private static String hours(Page page, Form form) {
        return form.text("always").equals("on")
                ? page.text("rules.always")
                : WeeklyHours.words(
                        WeeklyHours.sent(form::list, form::text), page.lang().locale());
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
