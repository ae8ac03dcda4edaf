package org.guitu.web.places;

import java.util.Optional;
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

/** The pages about one person's usual places. */
final class HabitPages {

    private final QuestionService questions;
    private final PlaceReader reader;
    private final PeopleService people;

    HabitPages(QuestionService questions, PlaceReader reader, PeopleService people) {
        this.questions = questions;
        this.reader = reader;
        this.people = people;
    }

    void mount(Routes routes) {
        routes.page("/people/{id}/places", Permission.VIEW_TRACKS, request -> ask(person(request), Form.empty()));
        routes.form("/people/{id}/places", Permission.VIEW_TRACKS, this::open);
        routes.page("/people/{id}/places/{question}", Permission.VIEW_TRACKS, this::show);
    }

    private static Reply ask(Person person, Form form) {
        return Reply.html("places/habits-ask", page -> HabitsAskView.of(page, form, person));
    }

    private Reply open(Request request) {
        Form form = request.form();
        Person person = person(request);
        HabitsForm wanted = new HabitsForm(form.text("purpose"), form.text("reason"));
        return switch (questions.habits(request.staff(), person.id(), wanted)) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/people/" + person.id() + "/places/" + id);
            case Outcome.Invalid<Long>(Problems problems) ->
                ask(person, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Reply show(Request request) {
        Person person = person(request);
        Optional<Question> asked = questions
                .find(request.staff(), request.id("question"))
                .filter(question -> question.about().equals(new Question.About.Habits(person.id())))
                .filter(question -> person.supervised());
        if (asked.isEmpty()) {
            return Reply.redirect("/people/" + person.id() + "/places");
        }
        return reader.habits(asked.get(), person)
                .map(habits -> Reply.html("places/habits", page -> HabitsView.of(page, person, habits)))
                .orElseGet(() -> PlacesFeature.tooMuch("/people/" + person.id()));
    }

    private Person person(Request request) {
        return people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }
}
