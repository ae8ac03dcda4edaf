package org.guitu.web.resettlement;

import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;

/** The pages about bases. */
final class BasePages {

    private final BaseService bases;

    BasePages(BaseService bases) {
        this.bases = bases;
    }

    void mount(Routes routes) {
        routes.page("/resettlement/bases", Permission.VIEW_PEOPLE, request -> list(request, Form.empty()));
        routes.form("/resettlement/bases", Permission.RECORD_WORK, this::add);
        routes.page("/resettlement/bases/{id}", Permission.VIEW_PEOPLE, request -> show(request, Problems.none()));
        routes.form("/resettlement/bases/{id}/close", Permission.RECORD_WORK, this::close);
    }

    private Reply list(Request request, Form form) {
        List<Base> known = bases.list(request.staff());
        return Reply.html("resettlement/bases", page -> BasesView.of(page, known, form));
    }

    private Reply add(Request request) {
        Form form = request.form();
        return switch (bases.add(request.staff(), form)) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/resettlement/bases/" + id);
            case Outcome.Invalid<Long>(Problems problems) ->
                list(request, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Reply show(Request request, Problems problems) {
        Base base = bases.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
        List<Base.Guest> guests = bases.guests(request.staff(), base.id());
        return Reply.html(
                "resettlement/base",
                page -> BaseView.of(
                        page,
                        base,
                        guests,
                        problems.find(Problems.FORM)
                                .map(problem -> page.text(
                                        problem.key(), problem.arguments().toArray()))
                                .orElse("")));
    }

    private Reply close(Request request) {
        return switch (bases.close(request.staff(), request.id("id"))) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/resettlement/bases");
            case Outcome.Invalid<Long>(Problems problems) ->
                Answers.missing(problems)
                        ? Reply.notFound()
                        : show(request, problems).withStatus(422);
        };
    }
}
