package org.guitu.web.organisations;

import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Organisation;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/**
 * One organisation in words.
 *
 * @param own whether it is the reader's own: it is renamed here, moved and closed from above
 * @param closed since when it is closed, {@code ""} if it is not
 */
public record UnitView(
        long id,
        String name,
        String level,
        Optional<Link> parent,
        List<Link> below,
        String contents,
        boolean own,
        String closed,
        Form fault,
        Form rename,
        Form move,
        List<Option> parents,
        List<Row> history) {

    /** Another organisation. */
    public record Link(String href, String name) {}

    /** What held for a while. */
    public record Row(String what, String term, String entered) {}

    static UnitView of(Page page, UnitService.Shown shown, Form fault, Form rename, Form move) {
        Unit unit = shown.unit();
        Organisation here = unit.organisation();
        return new UnitView(
                here.id(),
                here.name(),
                page.text("staff.level." + here.level()),
                shown.tree().stream()
                        .filter(other -> unit.parentId().equals(Optional.of(other.id())))
                        .map(UnitView::link)
                        .findFirst(),
                shown.tree().stream()
                        .filter(other -> other.path().equals(here.path() + other.id() + "/"))
                        .map(UnitView::link)
                        .toList(),
                page.text("organisations.contents", unit.people(), unit.staff(), unit.devices(), unit.below()),
                page.staff()
                        .filter(reader -> reader.organisation().id() == here.id())
                        .isPresent(),
                unit.closedAt()
                        .map(at ->
                                page.text("organisations.closed", page.times().minute(at)))
                        .orElse(""),
                fault,
                rename,
                move,
                shown.tree().stream()
                        .filter(other -> !here.covers(other) && other.level().compareTo(here.level()) < 0)
                        .map(other -> new Option(Long.toString(other.id()), other.name()))
                        .toList(),
                shown.history().stream().map(fact -> row(page, fact)).toList());
    }

    private static Link link(Organisation other) {
        return new Link("/organisations/" + other.id(), other.name());
    }

    private static Row row(Page page, UnitFact fact) {
        String from = page.times().minute(fact.from());
        return new Row(
                fact.parentName()
                        .map(parent -> page.text("organisations.named-below", fact.name(), parent))
                        .orElse(fact.name()),
                fact.to()
                        .map(to -> page.text(
                                "organisations.term", from, page.times().minute(to)))
                        .orElseGet(() -> page.text("organisations.term.open", from)),
                fact.recordedBy().isEmpty()
                        ? ""
                        : page.text(
                                "organisations.entered",
                                fact.recordedBy(),
                                page.times().minute(fact.recordedAt())));
    }
}
