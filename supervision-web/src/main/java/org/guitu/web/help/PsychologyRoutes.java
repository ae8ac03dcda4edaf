package org.guitu.web.help;

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

/** The psychological file, for those who work on cases alone. */
final class PsychologyRoutes {

    private final PsychologyService psychology;

    PsychologyRoutes(PsychologyService psychology) {
        this.psychology = psychology;
    }

    void mount(Routes routes) {
        routes.page("/people/{id}/help/psychology", Permission.VIEW_PEOPLE, this::show);
        routes.form("/people/{id}/help/psychology", Permission.VIEW_PEOPLE, this::add);
        routes.form("/people/{id}/help/psychology/{entry}/withdraw", Permission.VIEW_PEOPLE, this::withdraw);
    }

    private Reply show(Request request) {
        PsychologyService.Opened opened = open(request);
        return show(request, opened, Form.filled(Map.of("day", opened.today().toString())), 200);
    }

    private static Reply show(Request request, PsychologyService.Opened opened, Form form, int status) {
        var saved = HelpFeature.saved(request);
        return Reply.html("help/psychology", page -> PsychologyView.of(page, opened, form, saved))
                .withStatus(status);
    }

    private Reply add(Request request) {
        check(request);
        Form form = request.form();
        return switch (psychology.add(request.staff(), request.id("id"), form)) {
            case Outcome.Ok<Long> ok -> done(request, "psychology");
            case Outcome.Invalid<Long>(Problems problems) ->
                show(request, open(request), Answers.refused(form, problems), 422);
        };
    }

    private Reply withdraw(Request request) {
        check(request);
        return switch (psychology.withdraw(request.staff(), request.id("id"), request.id("entry"))) {
            case Outcome.Ok<Long> ok -> done(request, "withdrawn");
            case Outcome.Invalid<Long> refused -> throw Refusal.notFound();
        };
    }

    private PsychologyService.Opened open(Request request) {
        check(request);
        return psychology.open(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }

    private static void check(Request request) {
        if (!PsychologyService.mayOpen(request.staff())) {
            throw new Refusal(403, "ui.error.403");
        }
    }

    private static Reply done(Request request, String saved) {
        return Reply.redirect("/people/" + request.id("id") + "/help/psychology?saved=" + saved);
    }
}
