package org.guitu.web.papers;

import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.http.Form;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/** The words of the page with all papers of a person. */
public record PapersView(
        long personId, String person, List<Row> rows, boolean mayIssue, Form form, String fault, String saved) {

    /** One paper, and what can be done with it. */
    public record Row(
            long id, String title, String number, String detail, boolean isVoid, String voided, boolean mayVoid) {}

    static PapersView of(Page page, Person person, List<Paper> papers, Form form, Optional<String> saved) {
        boolean edit = page.may(Permission.EDIT_PEOPLE);
        return new PapersView(
                person.id(),
                person.name(),
                papers.stream().map(paper -> row(page, paper, edit)).toList(),
                edit,
                form,
                form.fault("")
                        .or(() -> form.fault("reason"))
                        .map(fault -> page.text(fault.key(), fault.arguments().toArray()))
                        .orElse(""),
                saved.map(what -> page.text("papers.saved." + what)).orElse(""));
    }

    private static Row row(Page page, Paper paper, boolean edit) {
        return new Row(
                paper.id(),
                paper.title(),
                paper.number(),
                page.text("papers.detail", page.times().date(paper.issuedOn()), paper.organisation(), paper.issuedBy()),
                paper.voided().isPresent(),
                paper.voided()
                        .map(voided -> page.text(
                                "papers.voided", page.times().minute(voided.at()), voided.by(), voided.reason()))
                        .orElse(""),
                edit && paper.voided().isEmpty());
    }
}
