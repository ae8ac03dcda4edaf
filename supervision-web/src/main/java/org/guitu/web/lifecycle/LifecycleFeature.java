package org.guitu.web.lifecycle;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
import org.guitu.web.ui.Page;

/** The page of a case: where it stands, what may follow, what reception and discharge still lack, and every step taken. */
public final class LifecycleFeature implements Feature, PersonPanel {

    private final LifecycleService lifecycle;
    private final CheckService checks;
    private final PeopleService people;
    private final InstantSource clock;
    private final List<Consumer<Routes>> pages;

    public LifecycleFeature(
            LifecycleService lifecycle,
            CheckService checks,
            InvestigationService investigations,
            TeamService team,
            TransferService transfers,
            NewCaseService newCases,
            PeopleService people,
            InstantSource clock) {
        this.lifecycle = lifecycle;
        this.checks = checks;
        this.people = people;
        this.clock = clock;
        this.pages = List.of(
                new InvestigationPages(investigations, people, clock)::mount,
                new TeamPages(team, people, clock)::mount,
                new TransferPages(transfers, people, clock)::mount,
                new NewCasePages(newCases, people, clock)::mount);
    }

    @Override
    public String name() {
        return "lifecycle";
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/people/{id}/case", Permission.VIEW_PEOPLE, request -> show(request, Form.empty()));
        routes.page("/people/{id}/case/step/{step}", Permission.EDIT_PEOPLE, this::blank);
        routes.form("/people/{id}/case/step/{step}", Permission.EDIT_PEOPLE, this::take);
        routes.form("/people/{id}/case/undo", Permission.EDIT_PEOPLE, this::undo);
        routes.form("/people/{id}/case/check", Permission.EDIT_PEOPLE, this::tick);
        routes.form("/people/{id}/case/uncheck", Permission.EDIT_PEOPLE, this::untick);
        pages.forEach(page -> page.accept(routes));
    }

    private Reply show(Request request, Form form) {
        Person person = find(request);
        if (person.state().isEmpty()) {
            throw Refusal.notFound();
        }
        CaseFacts facts = lifecycle.facts(person);
        List<TakenStep> steps = lifecycle.steps(person.id());
        List<Check> done = checks.list(person.id());
        List<Ended> anew = lifecycle.toOrderAnew(person, steps);
        return Reply.html("lifecycle/case", page -> CaseView.of(page, person, facts, steps, done, anew, form));
    }

    private Reply blank(Request request) {
        return form(
                request, Form.filled(Map.of("happenedOn", facts(request).today().toString(), "papersComplete", "on")));
    }

    private Reply form(Request request, Form form) {
        Person person = find(request);
        CaseStep step = step(request);
        return Reply.html("lifecycle/step", page -> StepView.of(page, person, step, form));
    }

    private Reply take(Request request) {
        Form form = request.form();
        StepForm step = new StepForm(
                form.text("happenedOn"), form.text("documentNumber"), form.text("note"), form.text("papersComplete"));
        return switch (lifecycle.take(request.staff(), request.id("id"), step(request), step)) {
            case Outcome.Ok<Long>(Long id) -> back(request);
            case Outcome.Invalid<Long>(Problems problems) ->
                form(request, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Reply undo(Request request) {
        Form form = request.form();
        long step = form.text("step").matches("\\d{1,18}") ? Long.parseLong(form.text("step")) : 0;
        return done(request, form, lifecycle.undo(request.staff(), request.id("id"), step, form.text("reason")));
    }

    private Reply tick(Request request) {
        Form form = request.form();
        return done(
                request,
                form,
                checks.tick(
                        request.staff(), request.id("id"), form.text("item"), form.text("doneOn"), form.text("note")));
    }

    private Reply untick(Request request) {
        Form form = request.form();
        return done(request, form, checks.untick(request.staff(), request.id("id"), form.text("item")));
    }

    private Reply done(Request request, Form form, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Ok<Long>(Long id) -> back(request);
            case Outcome.Invalid<Long>(Problems problems) -> {
                if (Answers.missing(problems)) {
                    throw Refusal.notFound();
                }
                yield show(request, Answers.refusedAbove(form, problems)).withStatus(422);
            }
        };
    }

    private static Reply back(Request request) {
        return Reply.redirect("/people/" + request.id("id") + "/case");
    }

    private CaseFacts facts(Request request) {
        Person person = find(request);
        if (person.state().isEmpty()) {
            throw Refusal.notFound();
        }
        return lifecycle.facts(person);
    }

    private Person find(Request request) {
        return people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }

    private static CaseStep step(Request request) {
        for (CaseStep step : CaseStep.values()) {
            if (step.name().equals(request.param("step")) && !step.hasOwnPage()) {
                return step;
            }
        }
        throw Refusal.notFound();
    }

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        if (person.state().isEmpty()) {
            return reader.may(Permission.EDIT_PEOPLE) && !person.category().supervised()
                    ? Optional.of(page -> CaseView.panel(page, person))
                    : Optional.empty();
        }
        List<TakenStep> steps = lifecycle.steps(person.id());
        List<Check> done = checks.list(person.id());
        LocalDate today = LocalDate.ofInstant(clock.instant(), person.zone());
        return Optional.of(page -> CaseView.panel(page, person, steps, done, today));
    }
}
