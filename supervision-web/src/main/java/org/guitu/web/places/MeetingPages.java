package org.guitu.web.places;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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

/** The pages that ask and tell who was together. */
final class MeetingPages {

    private final QuestionService questions;
    private final PlaceReader reader;
    private final Choices choices;
    private final InstantSource clock;

    MeetingPages(QuestionService questions, PlaceReader reader, Choices choices, InstantSource clock) {
        this.questions = questions;
        this.reader = reader;
        this.choices = choices;
        this.clock = clock;
    }

    void mount(Routes routes) {
        routes.page("/places/meetings", Permission.ASK_PLACES, this::ask);
        routes.form("/places/meetings", Permission.ASK_PLACES, this::open);
        routes.page("/places/meetings/{question}", Permission.ASK_PLACES, this::show);
    }

    private Reply ask(Request request) {
        Instant now = clock.instant();
        Map<String, String> filled = AskView.period(request.staff(), now.minus(Duration.ofDays(1)), now);
        filled.put("distanceMeters", Integer.toString(MeetingsForm.DISTANCE));
        filled.put("minutes", Integer.toString(MeetingsForm.MINUTES));
        return form(request, Form.filled(filled));
    }

    private Reply form(Request request, Form form) {
        List<Option> organisations = choices.organisations(request.staff());
        return Reply.html("places/meetings-ask", page -> AskView.of(page, form, organisations));
    }

    private Reply open(Request request) {
        Form form = request.form();
        return switch (questions.meetings(request.staff(), read(form::text))) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/places/meetings/" + id);
            case Outcome.Invalid<Long>(Problems problems) ->
                form(request, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Reply show(Request request) {
        Optional<Question> asked = questions.find(request.staff(), request.id("question"));
        Optional<Organisation> organisation =
                asked.flatMap(question -> questions.organisation(request.staff(), question));
        if (asked.isEmpty()
                || organisation.isEmpty()
                || !(asked.get().about() instanceof Question.About.Meetings about)) {
            return Reply.redirect("/places/meetings");
        }
        Optional<Together> answer = reader.meetings(request.staff(), asked.get(), about, organisation.get());
        if (answer.isEmpty()) {
            return PlacesFeature.tooMuch("/places/meetings");
        }
        questions.shown(request.staff(), asked.get(), shown(answer.get()));
        return Reply.html("places/meetings", page -> MeetingsView.of(page, answer.get()));
    }

    /** Everyone whose position an answer shows. */
    static List<Long> shown(Together answer) {
        return answer.met().stream()
                .flatMap(met -> Stream.of(met.one().id(), met.other().id()))
                .distinct()
                .toList();
    }

    static MeetingsForm read(Function<String, String> field) {
        return new MeetingsForm(
                field.apply("purpose"),
                field.apply("reason"),
                field.apply("organisationId"),
                field.apply("distanceMeters"),
                field.apply("minutes"),
                field.apply("from"),
                field.apply("to"));
    }
}
