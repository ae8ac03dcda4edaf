package org.guitu.web.exchange;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
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

/** The pages of the outbox. */
final class OutboxRoutes {

    private static final int SHOWN = 50;
    private static final int OPEN_MAX = 500;

    private final OutboxService outbox;
    private final InstantSource clock;
    private final boolean wire;

    OutboxRoutes(OutboxService outbox, InstantSource clock, boolean wire) {
        this.outbox = outbox;
        this.clock = clock;
        this.wire = wire;
    }

    void mount(Routes routes) {
        routes.page("/exchange/outbox", Permission.VIEW_EXCHANGE, this::list);
        routes.page("/exchange/outbox/{id}", Permission.VIEW_EXCHANGE, this::show);
        routes.form("/exchange/outbox/{id}/partner", Permission.DECIDE, this::choose);
        routes.form("/exchange/outbox/{id}/again", Permission.DECIDE, this::again);
        routes.form("/exchange/outbox/{id}/by-hand", Permission.DECIDE, this::byHand);
    }

    private Reply list(Request request) {
        boolean open = request.query("all").isEmpty();
        int shown = open ? OPEN_MAX : SHOWN;
        long before = request.queryLong("before").orElse(0);
        List<Notice> found = outbox.list(request.staff(), open, before, shown + 1);
        return Reply.html("exchange/outbox", page -> OutboxListView.of(page, found, open, wire, shown));
    }

    private Reply show(Request request) {
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), request.staff().organisation().zone());
        return page(request, Form.filled(Map.of("sentOn", today.toString())));
    }

    private Reply page(Request request, Form form) {
        Notice notice = outbox.open(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
        List<Partner> partners = outbox.partners(request.staff(), notice);
        return Reply.html("exchange/notice", page -> NoticeView.of(page, notice, partners, form));
    }

    private Reply choose(Request request) {
        return answer(
                request,
                outbox.choose(request.staff(), request.id("id"), request.form().text("partnerId")));
    }

    private Reply again(Request request) {
        return answer(request, outbox.again(request.staff(), request.id("id")));
    }

    private Reply byHand(Request request) {
        Form form = request.form();
        return answer(
                request, outbox.byHand(request.staff(), request.id("id"), form.text("sentOn"), form.text("sentHow")));
    }

    private Reply answer(Request request, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/exchange/outbox/" + id);
            case Outcome.Invalid<Long>(Problems problems) ->
                Answers.missing(problems)
                        ? Reply.notFound()
                        : page(request, Answers.refused(request.form(), problems))
                                .withStatus(422);
        };
    }
}
