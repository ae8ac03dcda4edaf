package org.guitu.web.limits;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.ui.NavItem;

/** The pages about figures of the law. */
public final class LimitsFeature implements Feature {

    private static final String FIGURE = "/limits/figures/{key}";

    private final LimitService limits;

    public LimitsFeature(LimitService limits) {
        this.limits = limits;
    }

    @Override
    public String name() {
        return "limits";
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(70, "limits.nav", "/limits", "order", Permission.VIEW_LIMITS));
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/limits", Permission.VIEW_LIMITS, this::table);
        routes.page(FIGURE, Permission.VIEW_LIMITS, this::show);
        routes.form(FIGURE, Permission.EDIT_LIMITS, this::change);
        routes.form(FIGURE + "/take-back", Permission.EDIT_LIMITS, this::takeBack);
    }

    private Reply table(Request request) {
        List<Organisation> all = limits.organisations(request.staff());
        Organisation place = place(request, all, request.query("organisation").orElse(""));
        LimitTable table = limits.table(place);
        LocalDate today = limits.today(place);
        return Reply.html("limits/limits", page -> LimitsView.of(page, all, place, table, today));
    }

    private Reply show(Request request) {
        Organisation place = place(
                request,
                limits.organisations(request.staff()),
                request.query("organisation").orElse(""));
        return page(
                request,
                place,
                Form.filled(Map.of("validFrom", limits.today(place).toString())),
                200);
    }

    private Reply page(Request request, Organisation place, Form form, int status) {
        LimitService.Shown shown = limits.find(place, request.param("key")).orElseThrow(Refusal::notFound);
        LocalDate today = limits.today(place);
        Organisation actsIn = request.staff().organisation();
        return Reply.html("limits/figure", page -> LimitView.of(page, form, actsIn, place, shown, today))
                .withStatus(status);
    }

    private Reply change(Request request) {
        Form form = request.form();
        LimitForm wanted = new LimitForm(
                form.text("organisation"),
                form.text("value"),
                form.text("validFrom"),
                form.text("source"),
                form.text("reason"));
        return answer(request, form, limits.change(request.staff(), request.param("key"), wanted));
    }

    private Reply takeBack(Request request) {
        Form form = request.form();
        long limitId = form.text("limit").matches("\\d{1,18}") ? Long.parseLong(form.text("limit")) : 0;
        return answer(
                request,
                form,
                limits.takeBack(request.staff(), request.param("key"), limitId, form.text("organisation")));
    }

    private Reply answer(Request request, Form form, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Ok<Long>(Long organisationId) ->
                Reply.redirect("/limits/figures/" + request.param("key") + "?organisation=" + organisationId);
            case Outcome.Invalid<Long>(Problems problems) ->
                page(
                        request,
                        place(request, limits.organisations(request.staff()), form.text("organisation")),
                        Answers.refused(form, problems),
                        422);
        };
    }

    /** The organisation asked for, or one's own; of one outside the subtree: 404. */
    private static Organisation place(Request request, List<Organisation> all, String organisation) {
        return organisation.isEmpty()
                ? request.staff().organisation()
                : all.stream()
                        .filter(known -> Long.toString(known.id()).equals(organisation))
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
    }
}
