package org.guitu.web.conduct;

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

/** The pages by which measures are put forward, decided and followed up. */
final class DecisionRoutes {

    private final ConductService conduct;
    private final DecisionService decisions;
    private final MeasureService measures;

    DecisionRoutes(ConductService conduct, DecisionService decisions, MeasureService measures) {
        this.conduct = conduct;
        this.decisions = decisions;
        this.measures = measures;
    }

    void mount(Routes routes) {
        String base = "/people/{id}/conduct";
        routes.page(base + "/proposals/new", Permission.EDIT_PEOPLE, this::blank);
        routes.form(base + "/proposals/new", Permission.EDIT_PEOPLE, this::propose);
        routes.page(base + "/proposals/{proposal}", Permission.VIEW_PEOPLE, this::proposal);
        routes.form(base + "/proposals/{proposal}/decide", Permission.DECIDE, this::decide);
        routes.form(base + "/proposals/{proposal}/reject", Permission.DECIDE, this::reject);
        routes.form(base + "/proposals/{proposal}/take-back", Permission.EDIT_PEOPLE, this::takeBack);
        routes.page(base + "/measures/{measure}", Permission.VIEW_PEOPLE, this::measure);
        routes.form(base + "/measures/{measure}/steps", Permission.EDIT_PEOPLE, this::step);
        routes.form(base + "/measures/{measure}/answer", Permission.DECIDE, this::step);
    }

    private Reply blank(Request request) {
        return blank(request, request.queryForm(), 200);
    }

    private Reply blank(Request request, Form form, int status) {
        ConductFile file = file(request);
        return Reply.html("conduct/propose", page -> ProposeView.of(page, form, file))
                .withStatus(status);
    }

    private Reply propose(Request request) {
        Form form = request.form();
        return switch (decisions.propose(request.staff(), request.id("id"), ProposalForm.read(form))) {
            case Outcome.Ok<Long> ok -> done(request, "proposed");
            case Outcome.Invalid<Long>(Problems problems) -> blank(request, Answers.refused(form, problems), 422);
        };
    }

    private Reply proposal(Request request) {
        return proposal(request, Form.empty(), 200);
    }

    private Reply proposal(Request request, Form form, int status) {
        ConductFile file = file(request);
        Proposal proposal = file.proposals().stream()
                .filter(found -> found.id() == request.id("proposal"))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        Optional<Measure> decided = file.measures().stream()
                .filter(measure -> measure.proposalId() == proposal.id())
                .findFirst();
        if (decided.isPresent() && status == 200) {
            return Reply.redirect(
                    ConductPanels.base(file) + "/measures/" + decided.get().id());
        }
        boolean decider = Deciders.decides(request.staff());
        Form filled = form.text("decidedOn").isEmpty() && form.valid()
                ? Answers.filled(new DecisionForm(file.today().toString(), "", ""))
                : form;
        return Reply.html("conduct/proposal", page -> ProposalView.of(page, file, proposal, decider, filled))
                .withStatus(status);
    }

    private Reply decide(Request request) {
        Form form = request.form();
        return switch (decisions.decide(
                request.staff(), request.id("id"), request.id("proposal"), DecisionForm.read(form))) {
            case Outcome.Ok<Long>(Long measure) ->
                Reply.redirect("/people/" + request.id("id") + "/conduct/measures/" + measure + "?saved=decided");
            case Outcome.Invalid<Long>(Problems problems) -> proposal(request, Answers.refused(form, problems), 422);
        };
    }

    private Reply reject(Request request) {
        Form form = request.form();
        return closed(
                request,
                form,
                "rejected",
                decisions.reject(request.staff(), request.id("id"), request.id("proposal"), form.text("reason")));
    }

    private Reply takeBack(Request request) {
        Form form = request.form();
        return closed(
                request,
                form,
                "taken-back",
                decisions.takeBack(request.staff(), request.id("id"), request.id("proposal"), form.text("reason")));
    }

    private Reply closed(Request request, Form form, String saved, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Ok<Long> ok -> done(request, saved);
            case Outcome.Invalid<Long>(Problems problems) -> proposal(request, Answers.refused(form, problems), 422);
        };
    }

    private Reply measure(Request request) {
        return measure(request, Form.empty(), 200);
    }

    private Reply measure(Request request, Form form, int status) {
        ConductFile file = file(request);
        Measure measure = file.measures().stream()
                .filter(found -> found.id() == request.id("measure"))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        Proposal proposal = file.proposals().stream()
                .filter(found -> found.id() == measure.proposalId())
                .findFirst()
                .orElseThrow(Refusal::notFound);
        boolean decider = Deciders.decides(request.staff());
        Optional<String> saved = ConductFeature.saved(request);
        Form filled =
                form.valid() ? Form.filled(java.util.Map.of("day", file.today().toString())) : form;
        return Reply.html(
                        "conduct/measure",
                        page -> MeasureView.of(
                                page,
                                file,
                                measure,
                                proposal,
                                decider,
                                filled,
                                saved.map(page::text).orElse("")))
                .withStatus(status);
    }

    private Reply step(Request request) {
        Form form = request.form();
        return switch (measures.step(request.staff(), request.id("id"), request.id("measure"), StepForm.read(form))) {
            case Outcome.Ok<Long>(Long measure) ->
                Reply.redirect("/people/" + request.id("id") + "/conduct/measures/" + measure + "?saved=step");
            case Outcome.Invalid<Long>(Problems problems) -> measure(request, Answers.refused(form, problems), 422);
        };
    }

    private static Reply done(Request request, String saved) {
        return Reply.redirect("/people/" + request.id("id") + "/conduct?saved=" + saved);
    }

    private ConductFile file(Request request) {
        return conduct.file(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }
}
