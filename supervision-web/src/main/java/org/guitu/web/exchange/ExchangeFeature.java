package org.guitu.web.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.Panel;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.PersonPanel;
import org.guitu.web.ui.NavItem;
import org.guitu.web.ui.Page;

/** The pages about what is exchanged, the wire itself, and the box on the person's page. */
public final class ExchangeFeature implements Feature, PersonPanel {

    private static final int PANEL_MAX = 4;
    private static final int PERSON_MAX = 200;

    private final OutboxService outbox;
    private final InboxService inbox;
    private final PeopleService people;
    private final InboxRoutes inboxRoutes;
    private final OutboxRoutes outboxRoutes;
    private final PartnerRoutes partnerRoutes;
    private final WireRoutes wireRoutes;

    ExchangeFeature(
            OutboxService outbox,
            InboxService inbox,
            PeopleService people,
            InboxRoutes inboxRoutes,
            OutboxRoutes outboxRoutes,
            PartnerRoutes partnerRoutes,
            WireRoutes wireRoutes) {
        this.outbox = outbox;
        this.inbox = inbox;
        this.people = people;
        this.inboxRoutes = inboxRoutes;
        this.outboxRoutes = outboxRoutes;
        this.partnerRoutes = partnerRoutes;
        this.wireRoutes = wireRoutes;
    }

    @Override
    public String name() {
        return "exchange";
    }

    @Override
    public List<NavItem> nav() {
        return List.of(
                new NavItem(70, "exchange.nav", "/exchange", "link", Permission.VIEW_EXCHANGE),
                new NavItem(87, "exchange.partners.nav", "/exchange/partners", "link", Permission.MANAGE_STAFF));
    }

    @Override
    public void mount(Routes routes) {
        inboxRoutes.mount(routes);
        outboxRoutes.mount(routes);
        partnerRoutes.mount(routes);
        wireRoutes.mount(routes);
        routes.page("/people/{id}/exchange", Permission.VIEW_EXCHANGE, this::ofPerson);
        routes.form("/people/{id}/exchange/letter", Permission.DECIDE, this::letter);
    }

    private Reply ofPerson(Request request) {
        return ofPerson(request, Form.empty());
    }

    private Reply ofPerson(Request request, Form form) {
        Person person = people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
        List<Notice> notices = outbox.ofPerson(request.staff(), person.id(), PERSON_MAX);
        List<InboxEntry> messages = inbox.ofPerson(request.staff(), person.id(), PERSON_MAX);
        return Reply.html("exchange/person", page -> PersonExchangeView.of(page, person, notices, messages, form));
    }

    private Reply letter(Request request) {
        Form form = request.form();
        return switch (outbox.letter(request.staff(), request.id("id"), form.text("recipient"), form.text("text"))) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/people/" + id + "/exchange");
            case Outcome.Invalid<Long>(Problems problems) ->
                Answers.missing(problems)
                        ? Reply.notFound()
                        : ofPerson(request, Answers.refused(form, problems)).withStatus(422);
        };
    }

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        if (!reader.may(Permission.VIEW_EXCHANGE)) {
            return Optional.empty();
        }
        List<Notice> notices = outbox.ofPerson(reader, person.id(), PANEL_MAX);
        List<InboxEntry> messages = inbox.ofPerson(reader, person.id(), PANEL_MAX);
        return Optional.of(page -> ExchangePanel.of(page, person, notices, messages));
    }
}
