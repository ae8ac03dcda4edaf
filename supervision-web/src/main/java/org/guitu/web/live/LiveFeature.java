package org.guitu.web.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.guitu.web.access.Permission;
import org.guitu.web.alerts.AlertAct;
import org.guitu.web.alerts.AlertMachine.Verdict;
import org.guitu.web.alerts.AlertRow;
import org.guitu.web.alerts.AlertService;
import org.guitu.web.alerts.AlertView;
import org.guitu.web.alerts.Outcome;
import org.guitu.web.alerts.StepKind;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.live.Desk.Notice;
import org.guitu.web.ui.NavItem;
import org.guitu.web.ui.Page;

/** The live page, its fragments, its forms, and the stream behind it. */
public final class LiveFeature implements Feature {

    private final Desk desk;
    private final AlertService alerts;
    private final Positions positions;
    private final LiveStream stream;

    LiveFeature(Desk desk, AlertService alerts, Positions positions, LiveStream stream) {
        this.desk = desk;
        this.alerts = alerts;
        this.positions = positions;
        this.stream = stream;
    }

    @Override
    public String name() {
        return "live";
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(10, "live.nav", "/", "live", Permission.VIEW_LIVE));
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/", Permission.VIEW_LIVE, request -> desk(request, request.queryLong("alert"), Notice.NONE));
        routes.page("/desk/queue", Permission.VIEW_LIVE, this::queue);
        routes.page("/desk/alerts/{id}/row", Permission.VIEW_LIVE, this::row);
        routes.page("/desk/alerts/{id}", Permission.VIEW_LIVE, request -> alert(request, Notice.NONE));
        routes.page("/desk/people/{id}", Permission.VIEW_LIVE, this::person);
        routes.page(
                "/desk/alerts/{id}/map",
                Permission.VIEW_LIVE,
                request -> Reply.json(desk.alertMap(request.staff(), request.id("id"))));
        routes.page(
                "/desk/people/{id}/map",
                Permission.VIEW_LIVE,
                request -> Reply.json(desk.personMap(request.staff(), request.id("id"))));
        routes.form("/alerts/{id}/acknowledge", Permission.HANDLE_ALERTS, r -> act(r, new AlertAct.Acknowledge()));
        routes.form("/alerts/{id}/undo", Permission.HANDLE_ALERTS, r -> act(r, new AlertAct.Undo()));
        routes.form("/alerts/{id}/steps", Permission.HANDLE_ALERTS, r -> act(r, step(r.form())));
        routes.form("/alerts/{id}/resolve", Permission.HANDLE_ALERTS, r -> act(r, resolve(r.form())));
        routes.api("GET", "/api/v1/positions", Permission.VIEW_LIVE, this::positions);
        routes.events("/api/v1/live", Permission.VIEW_LIVE, stream::open);
    }

    private Reply desk(Request request, OptionalLong alertId, Notice notice) {
        return Reply.html(
                "live/desk",
                desk.desk(request.staff(), DeskFilter.of(request), alertId, request.queryLong("person"), notice));
    }

    private Reply queue(Request request) {
        return Reply.html(
                "live/queue",
                desk.desk(
                        request.staff(),
                        DeskFilter.of(request),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Notice.NONE));
    }

    /** One row of the queue; nothing if the filter does not show it. */
    private Reply row(Request request) {
        AlertRow row = alerts.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
        if (!DeskFilter.of(request).query().shows(row, request.staff().id())) {
            return Reply.empty();
        }
        return Reply.html("live/row", (Function<Page, Object>) page -> AlertView.of(page, row));
    }

    private Reply alert(Request request, Notice notice) {
        Function<Page, PanelView> panel = desk.alertPanel(request.staff(), request.id("id"), notice);
        return Reply.html("live/panel", page -> panel.apply(page));
    }

    private Reply person(Request request) {
        Function<Page, PanelView> panel = desk.personPanel(request.staff(), request.id("id"));
        return Reply.html("live/panel", page -> panel.apply(page));
    }

    private Reply positions(Request request) {
        return Reply.json(Map.of("items", positions.list(request.staff())));
    }

    private Reply act(Request request, AlertAct act) {
        long alertId = request.id("id");
        return switch (alerts.act(request.staff(), alertId, act)) {
            case Verdict.Changed changed -> done(request, alertId, Notice.NONE);
            case Verdict.Already already ->
                already.by() == request.staff().id()
                        ? done(request, alertId, Notice.NONE)
                        : done(request, alertId, new Notice(Optional.of("alerts.already"), true, Form.empty()));
            case Verdict.Refused refused -> {
                Notice notice = new Notice(Optional.of("alerts.refused." + refused.reason()), true, request.form());
                yield request.fragment()
                        ? alert(request, notice)
                        : desk(request, OptionalLong.of(alertId), notice).withStatus(422);
            }
        };
    }

    /** The panel for htmx; for a page without scripts Post/Redirect/Get. */
    private Reply done(Request request, long alertId, Notice notice) {
        return request.fragment() ? alert(request, notice) : Reply.redirect("/?alert=" + alertId);
    }

    private static AlertAct step(Form form) {
        StepKind kind = value(StepKind.class, form.text("kind"));
        if (!kind.recordable()) {
            throw Refusal.badRequest();
        }
        return new AlertAct.Step(kind, form.text("note"));
    }

    private static AlertAct resolve(Form form) {
        return new AlertAct.Resolve(value(Outcome.class, form.text("outcome")), form.text("note"));
    }

    private static <E extends Enum<E>> E value(Class<E> type, String text) {
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.badRequest();
        }
    }
}
