package org.guitu.web.orders;

import java.util.Map;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.PeopleService;

/** Applications to locate as JSON. */
final class ApplicationsApi {

    private final ApplicationService applications;
    private final OrderService orders;
    private final PeopleService people;

    ApplicationsApi(ApplicationService applications, OrderService orders, PeopleService people) {
        this.applications = applications;
        this.orders = orders;
        this.people = people;
    }

    void mount(Routes routes) {
        routes.api("POST", "/api/v1/authorisations/{id}/approval", Permission.VIEW_PEOPLE, this::approve);
        routes.api("POST", "/api/v1/authorisations/{id}/refusal", Permission.VIEW_PEOPLE, this::refuse);
        routes.api("GET", "/api/v1/people/{id}/authorisations", Permission.VIEW_PEOPLE, this::list);
        routes.api("POST", "/api/v1/people/{id}/authorisations", Permission.EDIT_PEOPLE, this::apply);
        routes.api("POST", "/api/v1/people/{id}/bases/{basis}/renewal", Permission.EDIT_PEOPLE, this::renew);
    }

    private Reply list(Request request) {
        long personId = request.id("id");
        if (people.find(request.staff(), personId).isEmpty()) {
            return Reply.notFound();
        }
        return Reply.json(Map.of("items", applications.ofPerson(request.staff(), personId)));
    }

    private Reply apply(Request request) {
        ApplicationForm form = request.json(ApplicationForm.class);
        return application(request, applications.apply(request.staff(), request.id("id"), form), 201);
    }

    private Reply renew(Request request) {
        ApplicationForm form = request.json(ApplicationForm.class);
        return application(
                request, applications.applyToRenew(request.staff(), request.id("id"), request.id("basis"), form), 201);
    }

    private Reply approve(Request request) {
        ApplicationRoutes.requireHead(request);
        Application application = find(request, request.id("id"));
        return switch (applications.approve(request.staff(), application.id(), request.json(DecisionForm.class))) {
            case Outcome.Ok<Long>(Long basisId) ->
                Reply.json(orders.list(request.staff(), application.personId()).stream()
                        .filter(basis -> basis.id() == basisId)
                        .findFirst()
                        .orElseThrow(Refusal::notFound));
            case Outcome.Invalid<Long>(Problems problems) -> Answers.problem(problems);
        };
    }

    private Reply refuse(Request request) {
        ApplicationRoutes.requireHead(request);
        DecisionForm form = request.json(DecisionForm.class);
        return application(request, applications.refuse(request.staff(), request.id("id"), form), 200);
    }

    private Reply application(Request request, Outcome<Long> outcome, int status) {
        return switch (outcome) {
            case Outcome.Ok<Long>(Long id) -> Reply.json(find(request, id)).withStatus(status);
            case Outcome.Invalid<Long>(Problems problems) -> Answers.problem(problems);
        };
    }

    private Application find(Request request, long id) {
        return applications.find(request.staff(), id).orElseThrow(Refusal::notFound);
    }
}
