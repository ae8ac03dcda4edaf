package org.guitu.web.alerts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.guitu.web.access.Permission;
import org.guitu.web.alerts.AlertMachine.Verdict;
import org.guitu.web.alerts.AlertQuery.Show;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;

/** The JSON operations on alerts. Their place on the screen is the live page. */
public final class AlertsFeature implements Feature {

    private final AlertService service;

    public AlertsFeature(AlertService service) {
        this.service = service;
    }

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public void mount(Routes routes) {
        routes.api("GET", "/api/v1/alerts", Permission.VIEW_LIVE, this::list);
        routes.api("GET", "/api/v1/alerts/{id}", Permission.VIEW_LIVE, this::get);
        routes.api(
                "POST",
                "/api/v1/alerts/{id}/acknowledge",
                Permission.HANDLE_ALERTS,
                r -> act(r, new AlertAct.Acknowledge()));
        routes.api("POST", "/api/v1/alerts/{id}/steps", Permission.HANDLE_ALERTS, this::step);
        routes.api("POST", "/api/v1/alerts/{id}/resolve", Permission.HANDLE_ALERTS, this::resolve);
    }

    private Reply list(Request request) {
        OptionalLong limit = request.queryLong("limit");
        AlertQuery query = new AlertQuery(
                value(Show.class, request.query("show")).orElse(Show.OPEN),
                value(Severity.class, request.query("severity")),
                request.queryLong("personId"),
                request.queryLong("after"),
                Math.clamp(limit.orElse(50), 1, 500));
        List<AlertRow> rows = service.listById(request.staff(), query);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", rows.stream().map(AlertJson::of).toList());
        if (rows.size() == query.limit()) {
            page.put("next", Long.toString(rows.getLast().alert().alertId()));
        }
        return Reply.json(page);
    }

    private Reply get(Request request) {
        return json(request);
    }

    private Reply step(Request request) {
        StepBody body = request.json(StepBody.class);
        if (!body.kind().recordable()) {
            throw Refusal.badRequest();
        }
        return act(request, new AlertAct.Step(body.kind(), body.note().orElse("")));
    }

    private Reply resolve(Request request) {
        ResolveBody body = request.json(ResolveBody.class);
        return act(request, new AlertAct.Resolve(body.outcome(), body.note()));
    }

    /** Done, or done before: 200 with the alert as it stands, which says who was first. Refused: 409 with the reason. */
    private Reply act(Request request, AlertAct act) {
        return switch (service.act(request.staff(), request.id("id"), act)) {
            case Verdict.Changed changed -> json(request);
            case Verdict.Already already -> json(request);
            case Verdict.Refused(AlertMachine.Reason reason) ->
                Reply.problem(409, "alerts.refused." + reason, Map.of("reason", reason.name()));
        };
    }

    private Reply json(Request request) {
        AlertRow row = service.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
        List<StepJson> steps = service.steps(row.alert().alertId()).stream()
                .map(named -> new StepJson(
                        named.step().at(),
                        named.step().kind(),
                        Optional.ofNullable(named.step().staffId()),
                        named.name(),
                        named.step().note(),
                        Optional.ofNullable(named.step().outcome())))
                .toList();
        return Reply.json(new AlertWithSteps(AlertJson.of(row), steps));
    }

    /** A step to record. */
    record StepBody(StepKind kind, Optional<String> note) {}

    /** A judgement. */
    record ResolveBody(Outcome outcome, String note) {}

    /** A recorded step. */
    record StepJson(
            Instant at,
            StepKind kind,
            Optional<Long> staffId,
            Optional<String> staffName,
            String note,
            Optional<Outcome> outcome) {}

    /** An alert and its history. */
    record AlertWithSteps(AlertJson alert, List<StepJson> steps) {}

    private static <E extends Enum<E>> Optional<E> value(Class<E> type, Optional<String> text) {
        try {
            return text.map(name -> Enum.valueOf(type, name));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.badRequest();
        }
    }
}
