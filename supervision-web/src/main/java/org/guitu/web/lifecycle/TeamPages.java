package org.guitu.web.lifecycle;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problem;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;

/** The pages of the correction team and the correction plan. */
final class TeamPages {

    private final TeamService team;
    private final PeopleService people;
    private final InstantSource clock;

    TeamPages(TeamService team, PeopleService people, InstantSource clock) {
        this.team = team;
        this.people = people;
        this.clock = clock;
    }

    void mount(Routes routes) {
        routes.page("/people/{id}/team", Permission.VIEW_PEOPLE, this::show);
        routes.form("/people/{id}/team", Permission.EDIT_PEOPLE, this::add);
        routes.form("/people/{id}/team/{member}/sign", Permission.EDIT_PEOPLE, this::sign);
        routes.form("/people/{id}/team/{member}/leave", Permission.EDIT_PEOPLE, this::leave);
        routes.page("/people/{id}/plan", Permission.VIEW_PEOPLE, this::plan);
        routes.form("/people/{id}/plan", Permission.EDIT_PEOPLE, this::savePlan);
    }

    private Reply show(Request request) {
        Person person = find(request);
        return teamPage(person, Form.filled(Map.of("joinedOn", today(person))));
    }

    private Reply teamPage(Person person, Form form) {
        List<TeamMember> members = team.members(person.id());
        Optional<Problem> lacks = team.lacks(person);
        String today = today(person);
        return Reply.html("lifecycle/team", page -> TeamView.of(page, person, members, lacks, today, form));
    }

    private Reply add(Request request) {
        Form form = request.form();
        return answered(
                request,
                team.add(request.staff(), request.id("id"), form),
                problems -> Answers.refused(form, problems));
    }

    private Reply sign(Request request) {
        Form form = request.form();
        return answered(
                request,
                team.sign(request.staff(), request.id("id"), request.id("member"), form.text("day")),
                problems -> Answers.refusedAbove(form, problems));
    }

    private Reply leave(Request request) {
        Form form = request.form();
        return answered(
                request,
                team.leave(request.staff(), request.id("id"), request.id("member"), form.text("day")),
                problems -> Answers.refusedAbove(form, problems));
    }

    private Reply answered(Request request, Outcome<Long> outcome, Function<Problems, Form> refused) {
        Person person = find(request);
        return switch (outcome) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/people/" + person.id() + "/team");
            case Outcome.Invalid<Long>(Problems problems) ->
                teamPage(person, refused.apply(problems)).withStatus(422);
        };
    }

    private Reply plan(Request request) {
        Person person = find(request);
        List<Plan> plans = team.plans(person.id());
        Form form = plans.stream()
                .findFirst()
                .map(plan -> Form.filled(Map.of(
                        "situation", plan.situation(),
                        "measures", plan.measures(),
                        "help", plan.help(),
                        "validFrom", today(person),
                        "version", Integer.toString(plan.version()))))
                .orElse(Form.filled(Map.of("validFrom", today(person), "version", "0")));
        return planPage(person, plans, form);
    }

    private Reply planPage(Person person, List<Plan> plans, Form form) {
        return Reply.html("lifecycle/plan", page -> PlanView.of(page, person, plans, form));
    }

    private Reply savePlan(Request request) {
        Person person = find(request);
        Form form = request.form();
        return switch (team.plan(request.staff(), person.id(), form)) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/people/" + person.id() + "/plan");
            case Outcome.Invalid<Long>(Problems problems) ->
                planPage(person, team.plans(person.id()), Answers.refused(form, problems))
                        .withStatus(422);
        };
    }

    private String today(Person person) {
        return LocalDate.ofInstant(clock.instant(), person.zone()).toString();
    }

    private Person find(Request request) {
        return people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }
}
