package org.guitu.web.permits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Option;
import org.guitu.web.people.Panel;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** All permits of a person, and the box about them on the person's page. */
public record PermitsView(String personHref, String title, List<Option> applications, List<Row> rows) {

    /** One permit. */
    public record Row(String href, String title, String span, String detail, String state, String tone) {}

    static PermitsView of(Page page, Person person, List<Permit> all, Instant now) {
        return new PermitsView(
                "/people/" + person.id(),
                page.text("permits.of", person.name()),
                applications(page, person),
                all.stream().map(permit -> row(page, permit, now)).toList());
    }

    /** The kinds one may apply for, each with where. */
    private static List<Option> applications(Page page, Person person) {
        return page.may(Permission.EDIT_PEOPLE) && person.supervised()
                ? Arrays.stream(Permit.Kind.values())
                        .map(kind -> new Option(
                                "/people/" + person.id() + "/permits/new?kind=" + kind,
                                page.text("permits.new." + kind)))
                        .toList()
                : List.of();
    }

    private static Row row(Page page, Permit permit, Instant now) {
        return new Row(
                permit.path(),
                PermitWords.title(page, permit),
                PermitWords.span(page, permit),
                permit.reason(),
                PermitWords.state(page, permit, now),
                PermitWords.tone(permit, now));
    }

    static Panel panel(Page page, Person person, List<Permit> open, Instant now) {
        List<Panel.Action> actions = new ArrayList<>();
        applications(page, person).forEach(option -> actions.add(Panel.Action.link(option.label(), option.value())));
        actions.add(Panel.Action.link(page.text("permits.all"), "/people/" + person.id() + "/permits"));
        return new Panel(
                "permits",
                page.text("permits.panel"),
                "",
                "",
                open.stream()
                        .map(permit -> new Panel.Line(
                                PermitWords.title(page, permit),
                                PermitWords.span(page, permit),
                                permit.path(),
                                PermitWords.state(page, permit, now),
                                PermitWords.tone(permit, now)))
                        .toList(),
                page.text("permits.panel.empty"),
                actions);
    }
}
