package org.guitu.web.places;

import java.util.Optional;
import java.util.function.Function;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problem;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.places.Question.About;

/** For programs: the purpose is stated with the request, and each request is a question of its own. */
final class PlacesApi {

    private final QuestionService questions;
    private final PlaceReader reader;
    private final PeopleService people;

    PlacesApi(QuestionService questions, PlaceReader reader, PeopleService people) {
        this.questions = questions;
        this.reader = reader;
        this.people = people;
    }

    void mount(Routes routes) {
        routes.api("GET", "/api/v1/people/{id}/places", Permission.VIEW_TRACKS, this::habits);
        routes.api("GET", "/api/v1/near", Permission.ASK_PLACES, this::near);
        routes.api("GET", "/api/v1/meetings", Permission.ASK_PLACES, this::meetings);
    }

    private Reply habits(Request request) {
        long personId = request.id("id");
        HabitsForm form = new HabitsForm(text(request, "purpose"), text(request, "reason"));
        return answer(request.staff(), questions.habits(request.staff(), personId, form), question -> {
            Person person = people.find(request.staff(), personId).orElseThrow(Refusal::notFound);
            return reader.habits(question, person).map(PlaceJson::of);
        });
    }

    private Reply near(Request request) {
        Staff staff = request.staff();
        NearForm form = NearPages.read(field -> text(request, field));
        return answer(staff, questions.near(staff, form), question -> {
            if (!(question.about() instanceof About.Near about)) {
                throw Refusal.notFound();
            }
            Optional<NearPeople> answer = reader.near(staff, question, about, organisation(staff, question));
            answer.ifPresent(people -> questions.shown(staff, question, NearPages.shown(people)));
            return answer.map(PlaceJson::of);
        });
    }

    private Reply meetings(Request request) {
        Staff staff = request.staff();
        MeetingsForm form = MeetingPages.read(field -> text(request, field));
        return answer(staff, questions.meetings(staff, form), question -> {
            if (!(question.about() instanceof About.Meetings about)) {
                throw Refusal.notFound();
            }
            Optional<Together> answer = reader.meetings(staff, question, about, organisation(staff, question));
            answer.ifPresent(together -> questions.shown(staff, question, MeetingPages.shown(together)));
            return answer.map(PlaceJson::of);
        });
    }

    private Reply answer(Staff staff, Outcome<Long> asked, Function<Question, Optional<Object>> read) {
        return switch (asked) {
            case Outcome.Ok<Long>(Long id) -> {
                Question question = questions.find(staff, id).orElseThrow(Refusal::notFound);
                yield read.apply(question)
                        .map(Reply::json)
                        .orElseGet(() -> Answers.problem(Problems.of(Problems.FORM, Problem.of("places.too-much"))));
            }
            case Outcome.Invalid<Long>(Problems problems) -> Answers.problem(problems);
        };
    }

    private Organisation organisation(Staff staff, Question question) {
        return questions.organisation(staff, question).orElseThrow(Refusal::notFound);
    }

    private static String text(Request request, String field) {
        return request.query(field).orElse("");
    }
}
