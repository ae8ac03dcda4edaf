package org.guitu.web.help;

import java.util.Arrays;
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

/** The page of help for one person, with the forms for needs and relief. */
final class HelpRoutes {

    private final HelpService help;

    HelpRoutes(HelpService help) {
        this.help = help;
    }

    void mount(Routes routes) {
        routes.page("/people/{id}/help", Permission.VIEW_PEOPLE, this::show);
        routes.page("/people/{id}/help/needs/{need}", Permission.RECORD_WORK, this::blankNeed);
        routes.form("/people/{id}/help/needs/{need}", Permission.RECORD_WORK, this::answer);
        routes.page("/people/{id}/help/relief", Permission.RECORD_WORK, this::blankRelief);
        routes.form("/people/{id}/help/relief", Permission.RECORD_WORK, this::relieve);
        routes.form("/people/{id}/help/relief/{relief}/withdraw", Permission.RECORD_WORK, this::withdraw);
    }

    private Reply show(Request request) {
        HelpFile file = file(request);
        var saved = HelpFeature.saved(request);
        boolean psychology = PsychologyService.mayOpen(request.staff());
        return Reply.html("help/person", page -> HelpView.of(page, file, psychology, saved));
    }

    private Reply blankNeed(Request request) {
        HelpFeature.full(request);
        HelpFile file = file(request);
        Map<String, String> stands = file.fact(need(request))
                .map(fact -> Map.of("answer", fact.answer().name(), "evidence", fact.evidence()))
                .orElse(Map.of());
        return need(request, Form.filled(stands), 200);
    }

    private Reply need(Request request, Form form, int status) {
        HelpFile file = file(request);
        Need need = need(request);
        return Reply.html("help/need", page -> NeedView.of(page, file, need, form))
                .withStatus(status);
    }

    private Reply answer(Request request) {
        HelpFeature.full(request);
        Form form = request.form();
        return switch (help.answer(request.staff(), request.id("id"), form)) {
            case Outcome.Ok<Long> ok -> done(request, "answer");
            case Outcome.Invalid<Long>(Problems problems) -> need(request, Answers.refused(form, problems), 422);
        };
    }

    private Reply blankRelief(Request request) {
        HelpFeature.full(request);
        return relief(request, Form.filled(Map.of("day", file(request).today().toString())), 200);
    }

    private Reply relief(Request request, Form form, int status) {
        HelpFile file = file(request);
        return Reply.html("help/relief", page -> ReliefView.of(page, file, form))
                .withStatus(status);
    }

    private Reply relieve(Request request) {
        HelpFeature.full(request);
        Form form = request.form();
        return switch (help.relieve(request.staff(), request.id("id"), form)) {
            case Outcome.Ok<Long> ok -> done(request, "relief");
            case Outcome.Invalid<Long>(Problems problems) -> relief(request, Answers.refused(form, problems), 422);
        };
    }

    private Reply withdraw(Request request) {
        HelpFeature.full(request);
        return switch (help.withdrawRelief(request.staff(), request.id("id"), request.id("relief"))) {
            case Outcome.Ok<Long> ok -> done(request, "withdrawn");
            case Outcome.Invalid<Long> refused -> throw Refusal.notFound();
        };
    }

    private static Need need(Request request) {
        return Arrays.stream(Need.values())
                .filter(need -> need.name().equals(request.param("need")))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static Reply done(Request request, String saved) {
        return Reply.redirect("/people/" + request.id("id") + "/help?saved=" + saved);
    }

    private HelpFile file(Request request) {
        return help.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }
}
