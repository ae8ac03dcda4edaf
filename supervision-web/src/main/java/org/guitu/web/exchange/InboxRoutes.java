package org.guitu.web.exchange;

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

/** The pages of the inbox. Whoever may see it reads; who decides cases handles. */
final class InboxRoutes {

    private static final int SHOWN = 50;

    private final InboxService inbox;
    private final boolean wire;

    InboxRoutes(InboxService inbox, boolean wire) {
        this.inbox = inbox;
        this.wire = wire;
    }

    void mount(Routes routes) {
        routes.page("/exchange", Permission.VIEW_EXCHANGE, this::list);
        routes.page("/exchange/inbox/{id}", Permission.VIEW_EXCHANGE, this::show);
        routes.form("/exchange/inbox/{id}/read", Permission.DECIDE, this::read);
        routes.form("/exchange/inbox/{id}/link", Permission.DECIDE, this::link);
        routes.form("/exchange/inbox/{id}/act", Permission.DECIDE, this::act);
    }

    private Reply list(Request request) {
        boolean open = request.query("all").isEmpty();
        long before = request.queryLong("before").orElse(0);
        List<InboxEntry> found = inbox.list(request.staff(), open, before, SHOWN + 1);
        return Reply.html("exchange/inbox", page -> InboxListView.of(page, found, open, wire, SHOWN));
    }

    private Reply show(Request request) {
        return page(request, Form.empty());
    }

    private Reply page(Request request, Form form) {
        InboxEntry entry = inbox.open(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
        return Reply.html("exchange/message", page -> InboxEntryView.of(page, entry, form));
    }

    private Reply read(Request request) {
        return answer(request, inbox.read(request.staff(), request.id("id")));
    }

    private Reply link(Request request) {
        return answer(
                request,
                inbox.link(request.staff(), request.id("id"), request.form().text("caseNumber")));
    }

    private Reply act(Request request) {
        return answer(
                request,
                inbox.acted(request.staff(), request.id("id"), request.form().text("act")));
    }

    private Reply answer(Request request, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/exchange/inbox/" + id);
            case Outcome.Invalid<Long>(Problems problems) ->
                Answers.missing(problems)
                        ? Reply.notFound()
                        : page(request, Answers.refused(request.form(), problems))
                                .withStatus(422);
        };
    }
}
