package org.guitu.web.lifecycle;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
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

/** The page of investigations before a decision. */
final class InvestigationPages {

    private final InvestigationService investigations;
    private final PeopleService people;
    private final InstantSource clock;

    InvestigationPages(InvestigationService investigations, PeopleService people, InstantSource clock) {
        this.investigations = investigations;
        this.people = people;
        this.clock = clock;
    }

    void mount(Routes routes) {
        routes.page("/people/{id}/investigation", Permission.VIEW_PEOPLE, this::show);
        routes.form("/people/{id}/investigation", Permission.EDIT_PEOPLE, this::save);
    }

    private Reply show(Request request) {
        Person person = find(request);
        String today = LocalDate.ofInstant(clock.instant(), person.zone()).toString();
        return page(person, Form.filled(Map.of("askedOn", today, "reportedOn", today)));
    }

    private Reply page(Person person, Form form) {
        List<Investigation> all = investigations.list(person.id());
        return Reply.html("lifecycle/investigation", page -> InvestigationView.of(page, person, all, form));
    }

    /** One form asks, the other reports: which it is, the open investigation says. */
    private Reply save(Request request) {
        Person person = find(request);
        Form form = request.form();
        Outcome<Long> outcome = form.text("do").equals("report")
                ? investigations.report(request.staff(), person.id(), form)
                : investigations.ask(request.staff(), person.id(), form);
        return switch (outcome) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/people/" + person.id() + "/investigation");
            case Outcome.Invalid<Long>(Problems problems) ->
                page(person, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Person find(Request request) {
        return people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }
}
