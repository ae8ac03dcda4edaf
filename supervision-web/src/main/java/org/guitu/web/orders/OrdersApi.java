package org.guitu.web.orders;

import java.util.List;
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
import org.jspecify.annotations.Nullable;

/** Bases as JSON. */
final class OrdersApi {

    /** Why a basis is lifted. */
    record End(@Nullable String reason) {}

    private final OrderService orders;
    private final PeopleService people;

    OrdersApi(OrderService orders, PeopleService people) {
        this.orders = orders;
        this.people = people;
    }

    void mount(Routes routes) {
        routes.api("GET", "/api/v1/people/{id}/bases", Permission.VIEW_PEOPLE, this::list);
        routes.api("POST", "/api/v1/people/{id}/phone-plans", Permission.EDIT_PEOPLE, this::plan);
        routes.api("POST", "/api/v1/people/{id}/bases/{basis}/end", Permission.VIEW_PEOPLE, this::end);
        routes.api("POST", "/api/v1/people/{id}/bases/{basis}/revocation", Permission.VIEW_PEOPLE, this::revoke);
    }

    private Reply list(Request request) {
        long personId = request.id("id");
        if (people.find(request.staff(), personId).isEmpty()) {
            return Reply.notFound();
        }
        return Reply.json(Map.of("items", orders.list(request.staff(), personId)));
    }

    private Reply plan(Request request) {
        return answer(request, orders.plan(request.staff(), request.id("id"), request.json(PlanForm.class)), 201);
    }

    private Reply end(Request request) {
        OrdersFeature.requireMayEnd(request);
        String reason = Answers.orEmpty(request.json(End.class).reason());
        return answer(request, orders.end(request.staff(), request.id("id"), request.id("basis"), reason), 200);
    }

    private Reply revoke(Request request) {
        OrdersFeature.requireMayEnd(request);
        return answer(request, orders.revoke(request.staff(), request.id("id"), request.id("basis")), 200);
    }

    private Reply answer(Request request, Outcome<Long> outcome, int status) {
        return switch (outcome) {
            case Outcome.Ok<Long>(Long id) -> {
                List<Basis> bases = orders.list(request.staff(), request.id("id"));
                yield Reply.json(bases.stream()
                                .filter(basis -> basis.id() == id)
                                .findFirst()
                                .orElseThrow(Refusal::notFound))
                        .withStatus(status);
            }
            case Outcome.Invalid<Long>(Problems problems) -> Answers.problem(problems);
        };
    }
}
