package org.guitu.web.conduct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.Panel;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonPanel;
import org.guitu.web.ui.NavItem;
import org.guitu.web.ui.Page;

/** The pages about conduct, and the box about it on the person's page. */
public final class ConductFeature implements Feature, PersonPanel {

    private static final int PANEL_MAX = 4;

    private final ConductService conduct;
    private final DecisionService decisions;
    private final MeasureService measures;
    private final WaitingReader waiting;

    public ConductFeature(
            ConductService conduct, DecisionService decisions, MeasureService measures, WaitingReader waiting) {
        this.conduct = conduct;
        this.decisions = decisions;
        this.measures = measures;
        this.waiting = waiting;
    }

    @Override
    public String name() {
        return "conduct";
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(33, "conduct.nav", "/conduct", "order", Permission.VIEW_PEOPLE));
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/conduct", Permission.VIEW_PEOPLE, this::list);
        routes.page("/people/{id}/conduct", Permission.VIEW_PEOPLE, this::show);
        new IncidentRoutes(conduct).mount(routes);
        new DecisionRoutes(conduct, decisions, measures).mount(routes);
    }

    private Reply list(Request request) {
        WaitingReader.Waiting read = waiting.read(request.staff());
        return Reply.html("conduct/list", page -> WaitingView.of(page, read));
    }

    private Reply show(Request request) {
        ConductFile file = conduct.file(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
        return Reply.html("conduct/person", page -> ConductView.of(page, file, saved(request)));
    }

    /** The message key of what was just done, of a closed list: the address is not to put words on the page. */
    static Optional<String> saved(Request request) {
        return request.query("saved")
                .filter(List.of(
                        "entered",
                        "corrected",
                        "withdrawn",
                        "assessed",
                        "proposed",
                        "rejected",
                        "taken-back",
                        "decided",
                        "step")::contains)
                .map(done -> "conduct.saved." + done);
    }

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        if (person.state().isEmpty()) {
            return Optional.empty();
        }
        return conduct.file(reader, person.id()).map(file -> page -> panel(page, file));
    }

    private static Panel panel(Page page, ConductFile file) {
        List<Panel.Line> lines =
                new ArrayList<>(ConductPanels.proposals(page, file).lines());
        file.measures().stream()
                .map(measure -> ConductPanels.measure(page, file, measure))
                .forEach(lines::add);
        List<Panel.Action> actions = new ArrayList<>();
        if (page.may(Permission.EDIT_PEOPLE) && ConductFile.answerable(file.person())) {
            actions.add(Panel.Action.link(page.text("conduct.enter"), ConductPanels.base(file) + "/incidents/new"));
        }
        actions.add(Panel.Action.link(page.text("conduct.all"), ConductPanels.base(file)));
        Optional<Assessment> newest = file.assessments().stream().findFirst();
        return new Panel(
                "conduct",
                page.text("conduct.panel"),
                "",
                newest.map(assessment -> page.text(
                                "conduct.newest",
                                assessment.month().toString().substring(0, 7),
                                page.text("conduct.grade." + assessment.grade())))
                        .orElse(""),
                lines.stream().limit(PANEL_MAX).toList(),
                page.text("conduct.panel.empty"),
                actions);
    }
}
