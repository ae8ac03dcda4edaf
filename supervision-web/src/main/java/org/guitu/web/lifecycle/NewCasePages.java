package org.guitu.web.lifecycle;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;

/** The page by which someone on the books gets another case. */
final class NewCasePages {

    private final NewCaseService cases;
    private final PeopleService people;
    private final InstantSource clock;

    NewCasePages(NewCaseService cases, PeopleService people, InstantSource clock) {
        this.cases = cases;
        this.people = people;
        this.clock = clock;
    }

    void mount(Routes routes) {
        routes.page("/people/{id}/case/new", Permission.EDIT_PEOPLE, this::blank);
        routes.form("/people/{id}/case/new", Permission.EDIT_PEOPLE, this::begin);
    }

    private Reply blank(Request request) {
        Person person = find(request);
        if (!NewCaseService.mayBegin(person)) {
            return Reply.redirect("/people/" + person.id() + "/case");
        }
        String today = LocalDate.ofInstant(clock.instant(), person.zone()).toString();
        return page(person, Form.filled(Map.of("happenedOn", today, "state", "DECIDED")));
    }

    private static Reply page(Person person, Form form) {
        return Reply.html("lifecycle/newcase", page -> NewCaseView.of(page, person, form));
    }

    private Reply begin(Request request) {
        Form form = request.form();
        Person person = find(request);
        return switch (cases.begin(request.staff(), person.id(), form)) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/people/" + person.id() + "/case");
            case Outcome.Invalid<Long>(Problems problems) ->
                page(person, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Person find(Request request) {
        return people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }
}
