package org.guitu.web.lifecycle;

import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.papers.PaperKind;
import org.guitu.web.papers.PaperLink;
import org.guitu.web.people.CaseState;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** The page of investigations in words. */
public record InvestigationView(
        long personId,
        String person,
        List<Row> rows,
        boolean mayAsk,
        boolean mayReport,
        List<Option> opinions,
        List<PaperLink> papers,
        Form form) {

    /** One investigation. */
    public record Row(String title, String state, String tone, List<Entry> entries) {}

    /** One thing that was found. */
    public record Entry(String label, String value) {}

    static InvestigationView of(Page page, Person person, List<Investigation> all, Form form) {
        boolean open = all.stream().anyMatch(one -> one.reportedOn().isEmpty());
        boolean edit = page.may(Permission.EDIT_PEOPLE);
        return new InvestigationView(
                person.id(),
                person.name(),
                all.stream().map(one -> row(page, one)).toList(),
                edit
                        && !open
                        && person.state()
                                .filter(CaseState.INVESTIGATION::equals)
                                .isPresent(),
                edit && open,
                Option.of(Investigation.Opinion.class, "lifecycle.opinion", page),
                all.isEmpty() || open ? List.of() : PaperLink.of(page, person, PaperKind.INVESTIGATION_OPINION),
                form);
    }

    private static Row row(Page page, Investigation one) {
        List<Entry> found = one.reportedOn().isEmpty()
                ? List.of()
                : List.of(
                        new Entry(page.text("lifecycle.home"), one.home()),
                        new Entry(page.text("lifecycle.family"), one.family()),
                        new Entry(page.text("lifecycle.village"), one.village()),
                        new Entry(page.text("lifecycle.victim"), one.victim()),
                        new Entry(page.text("lifecycle.danger"), one.danger()),
                        new Entry(page.text("lifecycle.reportNumber"), one.reportNumber()));
        return new Row(
                page.text(
                        one.fastTrack() ? "lifecycle.asked.fast" : "lifecycle.asked.row",
                        one.askedBy(),
                        page.times().date(one.askedOn()),
                        one.askedNumber()),
                one.opinion()
                        .map(opinion -> page.text(
                                "lifecycle.reported.row",
                                page.text("lifecycle.opinion." + opinion),
                                page.times().date(one.reportedOn().orElseThrow())))
                        .orElse(page.text("lifecycle.reported.open")),
                one.reportedOn().isEmpty() ? "serious" : "good",
                found.stream().filter(entry -> !entry.value().isEmpty()).toList());
    }
}
