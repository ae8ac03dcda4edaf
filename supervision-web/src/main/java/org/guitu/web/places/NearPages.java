package org.guitu.web.places;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Option;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Form;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.Choices;

/** The pages that ask and tell who was near a place. */
final class NearPages {

    private final QuestionService questions;
    private final PlaceReader reader;
    private final Choices choices;
    private final InstantSource clock;

    NearPages(QuestionService questions, PlaceReader reader, Choices choices, InstantSource clock) {
        this.questions = questions;
        this.reader = reader;
        this.choices = choices;
        this.clock = clock;
    }

    void mount(Routes routes) {
        routes.page("/places", Permission.ASK_PLACES, this::ask);
        routes.form("/places", Permission.ASK_PLACES, this::open);
        routes.page("/places/near/{question}", Permission.ASK_PLACES, this::show);
    }

    private Reply ask(Request request) {
        Instant now = clock.instant();
        Map<String, String> filled = AskView.period(request.staff(), now.minus(Duration.ofHours(2)), now);
        filled.put("radiusMeters", "200");
        return form(request, Form.filled(filled));
    }

    private Reply form(Request request, Form form) {
        List<Option> organisations = choices.organisations(request.staff());
        return Reply.html("places/near-ask", page -> AskView.of(page, form, organisations));
    }

    private Reply open(Request request) {
        Form form = request.form();
        return switch (questions.near(request.staff(), read(form::text))) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/places/near/" + id);
            case Outcome.Invalid<Long>(Problems problems) ->
                form(request, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Reply show(Request request) {
        Optional<Question> asked = questions.find(request.staff(), request.id("question"));
        Optional<Organisation> organisation =
                asked.flatMap(question -> questions.organisation(request.staff(), question));
        if (asked.isEmpty() || organisation.isEmpty() || !(asked.get().about() instanceof Question.About.Near about)) {
            return Reply.redirect("/places");
        }
        Optional<NearPeople> answer = reader.near(request.staff(), asked.get(), about, organisation.get());
        if (answer.isEmpty()) {
            return PlacesFeature.tooMuch("/places");
        }
        questions.shown(request.staff(), asked.get(), shown(answer.get()));
        return Reply.html("places/near", page -> NearView.of(page, answer.get()));
    }

    /** Everyone whose position an answer shows. */
    static List<Long> shown(NearPeople answer) {
        return answer.near().stream().map(found -> found.subject().id()).toList();
    }

    static NearForm read(Function<String, String> field) {
        return new NearForm(
                field.apply("purpose"),
                field.apply("reason"),
                field.apply("organisationId"),
                field.apply("latitude"),
                field.apply("longitude"),
                field.apply("radiusMeters"),
                field.apply("from"),
                field.apply("to"));
    }
}
