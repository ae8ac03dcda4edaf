package org.guitu.web.duties;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.Panel;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonPanel;
import org.guitu.web.ui.NavItem;
import org.guitu.web.ui.Page;

/** The worklist of today, and the duties of one person with the proof of when each was met. */
public final class DutiesFeature implements Feature, PersonPanel {

    private static final int LIST_MAX = 500;
    private static final int PANEL_MAX = 5;

    private final DutyReader duties;
    private final DutyService service;
    private final PeopleService people;
    private final InstantSource clock;

    public DutiesFeature(DutyReader duties, DutyService service, PeopleService people, InstantSource clock) {
        this.duties = duties;
        this.service = service;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "duties";
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(20, "duties.nav", "/worklist", "check", Permission.VIEW_PEOPLE));
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/worklist", Permission.VIEW_PEOPLE, this::worklist);
        routes.page("/worklist/sensitive", Permission.VIEW_PEOPLE, request -> sensitive(request, Form.empty()));
        routes.form("/worklist/sensitive", Permission.DECIDE, this::declare);
        routes.form("/worklist/sensitive/{period}/end", Permission.DECIDE, this::end);
        routes.page("/people/{id}/duties", Permission.VIEW_PEOPLE, request -> ofPerson(request, Form.empty()));
        routes.form("/people/{id}/duties/{duty}", Permission.EDIT_PEOPLE, this::meet);
    }

    private Reply worklist(Request request) {
        boolean mine = request.query("who").filter("mine"::equals).isPresent();
        Worklist list = duties.worklist(request.staff(), mine, LIST_MAX);
        return Reply.html("duties/worklist", page -> WorklistView.of(page, list, mine));
    }

    private Reply sensitive(Request request, Form form) {
        List<SensitivePeriod> periods = service.periods(request.staff());
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), request.staff().organisation().zone());
        return Reply.html("duties/sensitive", page -> SensitiveView.of(page, periods, service.plans(), today, form));
    }

    private Reply declare(Request request) {
        Form form = request.form();
        return switch (service.declare(request.staff(), form)) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/worklist/sensitive");
            case Outcome.Invalid<Long>(Problems problems) ->
                sensitive(request, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Reply end(Request request) {
        return switch (service.end(request.staff(), request.id("period"))) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/worklist/sensitive");
            case Outcome.Invalid<Long>(Problems problems) -> throw Refusal.notFound();
        };
    }

    private Reply meet(Request request) {
        Form form = request.form();
        return switch (service.meet(request.staff(), request.id("id"), request.id("duty"), form)) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/people/" + request.id("id") + "/duties");
            case Outcome.Invalid<Long>(Problems problems) ->
                ofPerson(request, Answers.refusedAbove(form, problems)).withStatus(422);
        };
    }

    private Reply ofPerson(Request request, Form form) {
        Person person = people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
        List<Duty> all = duties.ofPerson(request.staff(), person.id());
        Instant now = clock.instant();
        return Reply.html("duties/person", page -> PersonDutiesView.of(page, person, all, now, form));
    }

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        List<Duty> open = duties.ofPerson(reader, person.id()).stream()
                .filter(duty -> duty.metAt().isEmpty() && duty.cancelledAt().isEmpty())
                .toList();
        Instant now = clock.instant();
        return Optional.of(page -> panel(page, person, open, now));
    }

    private static Panel panel(Page page, Person person, List<Duty> open, Instant now) {
        long overdue = open.stream().filter(duty -> !duty.dueAt().isAfter(now)).count();
        return new Panel(
                "duties",
                page.text("duties.panel"),
                overdue > 0 ? "bad" : "",
                overdue > 0 ? page.text("duties.panel.overdue", overdue) : "",
                open.stream()
                        .limit(PANEL_MAX)
                        .map(duty -> new Panel.Line(
                                page.text(DutyKind.words(duty.kind())),
                                DutyWords.due(page, duty, now),
                                duty.link().equals("/people/" + person.id()) ? "" : duty.link(),
                                page.text("duties.state." + DutyWords.state(page, duty, now)),
                                DutyWords.tone(DutyWords.state(page, duty, now))))
                        .toList(),
                page.text("duties.panel.empty"),
                List.of(Panel.Action.link(page.text("duties.all"), "/people/" + person.id() + "/duties")));
    }

    /** The last instant of what the worklist shows as coming. */
    static Instant horizon(Instant now, int soonDays) {
        return now.plus(Duration.ofDays(soonDays + 1L));
    }
}
