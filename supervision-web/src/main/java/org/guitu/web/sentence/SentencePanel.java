package org.guitu.web.sentence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.people.Panel;
import org.guitu.web.people.Person;
import org.guitu.web.sentence.SentenceView.Item;
import org.guitu.web.ui.Page;

/** What of the sentence is shown on the person's page: the term and how it was reckoned, what is forbidden now, the newest decision. */
final class SentencePanel {

    private SentencePanel() {}

    static Panel of(Page page, Person person, SentenceFile file, LocalDate today) {
        String base = "/people/" + person.id() + "/sentence";
        SentenceWords words = new SentenceWords(page, false, today);
        List<Panel.Line> lines = new ArrayList<>();
        file.term()
                .ifPresent(term -> lines.add(new Panel.Line(
                        words.span(term.reckoning().first(), term.lastDay()),
                        words.reckoning(term),
                        base,
                        page.text("sentence.change." + term.change()),
                        "neutral")));
        file.inForce(today).forEach(injunction -> {
            Item item = words.injunction(injunction);
            lines.add(new Panel.Line(
                    page.text("sentence.injunction") + " " + item.title(),
                    String.join(
                            page.text("ui.list.separator"),
                            item.entries().stream()
                                    .map(SentenceView.Entry::value)
                                    .toList()),
                    base,
                    item.badge(),
                    item.tone()));
        });
        file.decisions().stream()
                .filter(decision -> decision.withdrawn().isEmpty())
                .findFirst()
                .ifPresent(decision -> lines.add(new Panel.Line(
                        decision.body() + " " + decision.documentNumber(),
                        decision.sentence().isEmpty() ? decision.offence() : decision.sentence(),
                        base,
                        page.text("sentence.paper." + decision.paper()),
                        "neutral")));
        List<Panel.Action> actions = new ArrayList<>();
        if (page.may(Permission.EDIT_PEOPLE) && person.category().supervised()) {
            actions.add(Panel.Action.link(page.text("sentence.decision.add"), base + "/decisions/new"));
            actions.add(Panel.Action.link(
                    page.text(file.terms().isEmpty() ? "sentence.term.add" : "sentence.term.alter"), base + "/term"));
        }
        actions.add(Panel.Action.link(page.text("sentence.all"), base));
        return new Panel("sentence", page.text("sentence.panel"), "", "", lines, page.text("sentence.empty"), actions);
    }
}
