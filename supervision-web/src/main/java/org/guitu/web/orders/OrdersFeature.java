package org.guitu.web.orders;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
import org.guitu.web.ui.Page;

/** The pages about the bases for collecting, and the box about them on the person's page. */
public final class OrdersFeature implements Feature, PersonPanel {

    private final OrderService orders;
    private final PeopleService people;
    private final InstantSource clock;

    public OrdersFeature(OrderService orders, PeopleService people, InstantSource clock) {
        this.orders = orders;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/people/{id}/bases", Permission.VIEW_PEOPLE, this::list);
        routes.page("/people/{id}/bases/authorise", Permission.EDIT_PEOPLE, this::blankAuthorisation);
        routes.form("/people/{id}/bases/authorise", Permission.EDIT_PEOPLE, this::authorise);
        routes.page("/people/{id}/bases/plan", Permission.EDIT_PEOPLE, this::blankPlan);
        routes.form("/people/{id}/bases/plan", Permission.EDIT_PEOPLE, this::plan);
        routes.page("/people/{id}/bases/{basis}/renew", Permission.EDIT_PEOPLE, this::blankRenewal);
        routes.form("/people/{id}/bases/{basis}/renew", Permission.EDIT_PEOPLE, this::renew);
        routes.form("/people/{id}/bases/{basis}/end", Permission.EDIT_PEOPLE, this::end);
        routes.form("/people/{id}/bases/{basis}/revoke", Permission.EDIT_PEOPLE, this::revoke);
        new OrdersApi(orders, people).mount(routes);
    }

    private Reply list(Request request) {
        return list(request, find(request), Form.empty());
    }

    private Reply list(Request request, Person person, Form form) {
        List<Basis> bases = orders.list(request.staff(), person.id());
        boolean collecting = orders.collecting(request.staff(), person.id());
        return Reply.html("orders/list", page -> BasesView.of(page, person, bases, collecting, clock.instant(), form));
    }

    private Reply blankAuthorisation(Request request) {
        Person person = find(request);
        LocalDate today = LocalDate.ofInstant(clock.instant(), person.zone());
        LocalDate last = earlier(ThreeMonths.lastDay(today), person);
        return form(
                request,
                person,
                "authorise",
                Form.filled(Map.of("firstDay", today.toString(), "lastDay", last.toString())));
    }

    private Reply blankPlan(Request request) {
        Person person = find(request);
        LocalDate today = LocalDate.ofInstant(clock.instant(), person.zone());
        LocalDate last = earlier(today.plusMonths(6).minusDays(1), person);
        return form(
                request, person, "plan", Form.filled(Map.of("firstDay", today.toString(), "lastDay", last.toString())));
    }

    private Reply blankRenewal(Request request) {
        Person person = find(request);
        Basis basis = orders.list(request.staff(), person.id()).stream()
                .filter(known -> known.id() == request.id("basis"))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        LocalDate first = basis.lastDay().plusDays(1);
        return form(
                request,
                person,
                "renew",
                Form.filled(Map.of(
                        "ground", basis.ground().map(Ground::name).orElse(""),
                        "lastDay", earlier(ThreeMonths.lastDay(first), person).toString())));
    }

    private static LocalDate earlier(LocalDate day, Person person) {
        return person.termTo().filter(end -> end.isBefore(day)).orElse(day);
    }

    private Reply form(Request request, Person person, String shape, Form form) {
        return Reply.html("orders/form", page -> BasisFormView.of(page, form, person, shape, request.path()));
    }

    private Reply authorise(Request request) {
        Form form = request.form();
        AuthorisationForm authorisation = new AuthorisationForm(
                form.text("ground"),
                form.text("approvedBy"),
                form.text("documentNumber"),
                form.text("firstDay"),
                form.text("lastDay"));
        Person person = find(request);
        return granted(
                request,
                person,
                "authorise",
                form,
                orders.authorise(request.staff(), person.id(), authorisation),
                "authorised");
    }

    private Reply plan(Request request) {
        Form form = request.form();
        PlanForm plan = new PlanForm(form.text("firstDay"), form.text("lastDay"), form.text("documentNumber"));
        Person person = find(request);
        return granted(request, person, "plan", form, orders.plan(request.staff(), person.id(), plan), "planned");
    }

    private Reply renew(Request request) {
        Form form = request.form();
        RenewalForm renewal = new RenewalForm(
                form.text("assessment"),
                form.text("ground"),
                form.text("approvedBy"),
                form.text("documentNumber"),
                form.text("lastDay"));
        Person person = find(request);
        return granted(
                request,
                person,
                "renew",
                form,
                orders.renew(request.staff(), person.id(), request.id("basis"), renewal),
                "renewed");
    }

    private Reply granted(
            Request request, Person person, String shape, Form form, Outcome<Long> outcome, String saved) {
        return switch (outcome) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + person.id() + "?saved=" + saved);
            case Outcome.Invalid<Long>(Problems problems) ->
                form(request, person, shape, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Reply end(Request request) {
        Form form = request.form();
        Person person = find(request);
        return ended(
                request,
                person,
                form,
                orders.end(request.staff(), person.id(), request.id("basis"), form.text("reason")),
                "ended");
    }

    private Reply revoke(Request request) {
        Person person = find(request);
        return ended(
                request,
                person,
                request.form(),
                orders.revoke(request.staff(), person.id(), request.id("basis")),
                "revoked");
    }

    private Reply ended(Request request, Person person, Form form, Outcome<Long> outcome, String saved) {
        return switch (outcome) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + person.id() + "?saved=" + saved);
            case Outcome.Invalid<Long>(Problems problems) ->
                list(request, person, Answers.refused(form, problems)).withStatus(422);
        };
    }

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        Instant now = clock.instant();
        List<Basis> open = orders.list(reader, person.id()).stream()
                .filter(basis -> basis.state(now) == Basis.State.LIVE || basis.state(now) == Basis.State.COMING)
                .sorted(Comparator.comparing(Basis::from))
                .toList();
        boolean collecting = orders.collecting(reader, person.id());
        return Optional.of(page -> panel(page, person, open, collecting, now));
    }

    private static Panel panel(Page page, Person person, List<Basis> open, boolean collecting, Instant now) {
        String base = "/people/" + person.id() + "/bases";
        List<Panel.Action> actions = new ArrayList<>();
        if (page.may(Permission.EDIT_PEOPLE) && person.supervised()) {
            actions.add(Panel.Action.link(page.text("orders.authorise"), base + "/authorise"));
            actions.add(Panel.Action.link(page.text("orders.plan"), base + "/plan"));
        }
        actions.add(Panel.Action.link(page.text("orders.all"), base));
        return new Panel(
                "bases",
                page.text("orders.panel"),
                collecting ? "good" : "none",
                BasisWords.collecting(page, person, open, collecting, now),
                open.stream()
                        .map(basis -> new Panel.Line(
                                BasisWords.title(page, basis) + " · " + BasisWords.term(page, basis),
                                BasisWords.detail(page, basis),
                                base,
                                BasisWords.state(page, basis, person, now),
                                BasisWords.tone(basis, person, now)))
                        .toList(),
                "",
                actions);
    }

    private Person find(Request request) {
        return people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }
}
