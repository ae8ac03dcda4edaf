package org.guitu.web.conduct;

import java.util.Map;
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

/** The pages that enter, correct and withdraw incidents, and assess a month. */
final class IncidentRoutes {

    private final ConductService conduct;

    IncidentRoutes(ConductService conduct) {
        this.conduct = conduct;
    }

    void mount(Routes routes) {
        routes.page("/people/{id}/conduct/incidents/new", Permission.EDIT_PEOPLE, this::blank);
        routes.form("/people/{id}/conduct/incidents/new", Permission.EDIT_PEOPLE, this::enter);
        routes.page("/people/{id}/conduct/incidents/{incident}", Permission.EDIT_PEOPLE, this::edit);
        routes.form("/people/{id}/conduct/incidents/{incident}", Permission.EDIT_PEOPLE, this::correct);
        routes.form("/people/{id}/conduct/incidents/{incident}/withdraw", Permission.EDIT_PEOPLE, this::withdraw);
        routes.page("/people/{id}/conduct/assessments/new", Permission.EDIT_PEOPLE, this::blankAssessment);
        routes.form("/people/{id}/conduct/assessments/new", Permission.EDIT_PEOPLE, this::assess);
    }

    private Reply blank(Request request) {
        return blank(request, request.queryForm(), 200);
    }

    private Reply blank(Request request, Form form, int status) {
        ConductFile file = file(request);
        var sources = conduct.sources(file.person().id());
        return Reply.html("conduct/incident", page -> IncidentFormView.blank(page, form, file.person(), sources))
                .withStatus(status);
    }

    private Reply enter(Request request) {
        Form form = request.form();
        return switch (conduct.enter(request.staff(), request.id("id"), IncidentForm.read(form))) {
            case Outcome.Ok<Long> ok -> done(request, "entered");
            case Outcome.Invalid<Long>(Problems problems) -> blank(request, Answers.refused(form, problems), 422);
        };
    }

    private Reply edit(Request request) {
        Incident incident = incident(request);
        return edit(request, Answers.filled(IncidentForm.of(incident)), incident.version(), 200);
    }

    /** @param version as read, or that which stands now for who was overtaken */
    private Reply edit(Request request, Form form, int version, int status) {
        Incident incident = incident(request);
        ConductFile file = file(request);
        return Reply.html(
                        "conduct/incident",
                        page -> IncidentFormView.of(page, form, file.person(), incident, version, status == 409))
                .withStatus(status);
    }

    private Reply correct(Request request) {
        Form form = request.form();
        return switch (conduct.correct(
                request.staff(), request.id("id"), request.id("incident"), version(form), IncidentForm.read(form))) {
            case Outcome.Ok<Long> ok -> done(request, "corrected");
            case Outcome.Invalid<Long>(Problems problems) ->
                problems.has(Problems.VERSION)
                        ? edit(
                                request,
                                Answers.refused(form, problems),
                                incident(request).version(),
                                409)
                        : edit(request, Answers.refused(form, problems), version(form), 422);
        };
    }

    private Reply withdraw(Request request) {
        Form form = request.form();
        return switch (conduct.withdraw(
                request.staff(), request.id("id"), request.id("incident"), form.text("reason"))) {
            case Outcome.Ok<Long> ok -> done(request, "withdrawn");
            case Outcome.Invalid<Long>(Problems problems) -> {
                Incident incident = incident(request);
                Form filled = Answers.filled(IncidentForm.of(incident));
                yield edit(request, Answers.refused(filled, problems), incident.version(), 422);
            }
        };
    }

    private Reply blankAssessment(Request request) {
        ConductFile file = file(request);
        String month = request.query("month").orElseGet(() -> AssessmentFormView.month(file));
        Optional<Assessment> standing = file.assessment(month);
        Form form = Form.filled(standing.map(AssessmentForm::filled).orElse(Map.of("month", month)));
        return assessment(request, form, AssessmentForm.seen(standing), 200);
    }

    /** @param seen what the form was opened with, or what stands now for who was overtaken */
    private Reply assessment(Request request, Form form, String seen, int status) {
        ConductFile file = file(request);
        return Reply.html("conduct/assessment", page -> AssessmentFormView.of(page, form, file, seen, status == 409))
                .withStatus(status);
    }

    private Reply assess(Request request) {
        Form form = request.form();
        return switch (conduct.assess(request.staff(), request.id("id"), AssessmentForm.read(form::text))) {
            case Outcome.Ok<Long> ok -> done(request, "assessed");
            case Outcome.Invalid<Long>(Problems problems) ->
                problems.has(Problems.VERSION)
                        ? assessment(
                                request,
                                Answers.refused(form, problems),
                                AssessmentForm.seen(file(request).assessment(form.text("month"))),
                                409)
                        : assessment(request, Answers.refused(form, problems), form.text("seen"), 422);
        };
    }

    private static Reply done(Request request, String saved) {
        return Reply.redirect("/people/" + request.id("id") + "/conduct?saved=" + saved);
    }

    private ConductFile file(Request request) {
        return conduct.file(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }

    private Incident incident(Request request) {
        return file(request).incident(request.id("incident")).orElseThrow(Refusal::notFound);
    }

    private static int version(Form form) {
        try {
            return Integer.parseInt(form.text("version"));
        } catch (NumberFormatException absent) {
            throw Refusal.badRequest();
        }
    }
}
