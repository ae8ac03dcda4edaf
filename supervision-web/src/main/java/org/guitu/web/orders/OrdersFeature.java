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
import java.util.stream.Stream;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.WeeklyHours;
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
import org.guitu.web.people.SupervisedOnly;
import org.guitu.web.ui.NavItem;
import org.guitu.web.ui.Page;

/** The pages about the bases for collecting, and the box about them on the person's page. */
public final class OrdersFeature implements Feature, PersonPanel {

    private final OrderService orders;
    private final ApplicationService applications;
    private final PeopleService people;
    private final InstantSource clock;

    public OrdersFeature(
            OrderService orders, ApplicationService applications, PeopleService people, InstantSource clock) {
        this.orders = orders;
        this.applications = applications;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(
                35,
                "orders.nav",
                "/authorisations",
                "check",
                Permission.APPROVE_AUTHORISATIONS,
                "/authorisations/count"));
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/people/{id}/bases", Permission.VIEW_PEOPLE, this::list);
        routes.page("/people/{id}/bases/plan", Permission.EDIT_PEOPLE, this::blankPlan);
        routes.form("/people/{id}/bases/plan", Permission.EDIT_PEOPLE, this::plan);
        // Officers lift what is no longer needed, and so may the head who approved it.
        routes.form("/people/{id}/bases/{basis}/end", Permission.VIEW_PEOPLE, this::end);
        routes.form("/people/{id}/bases/{basis}/revoke", Permission.VIEW_PEOPLE, this::revoke);
        new ApplicationRoutes(applications, orders, people).mount(routes);
        new OrdersApi(orders, people).mount(routes);
        new ApplicationsApi(applications, orders, people).mount(routes);
    }

    private Reply list(Request request) {
        return list(request, find(request), Form.empty());
    }

    private Reply list(Request request, Person person, Form form) {
        List<Basis> bases = orders.list(request.staff(), person.id());
        boolean collecting = orders.collecting(request.staff(), person.id());
        BasesView.Known known = new BasesView.Known(
                bases,
                applications.ofPerson(request.staff(), person.id()),
                orders.periods(request.staff(), person.id()),
                collecting,
                applications.limits(person).revocableHours());
        return Reply.html("orders/list", page -> BasesView.of(page, person, known, clock.instant(), form));
    }

    private Reply blankPlan(Request request) {
        Person person = SupervisedOnly.require(find(request));
        LocalDate today = LocalDate.ofInstant(clock.instant(), person.zone());
        LocalDate last = earlier(today.plusMonths(6).minusDays(1), person);
        return planForm(
                request,
                person,
                Form.filled(Map.of(
                        "firstDay",
                        today.toString(),
                        "lastDay",
                        last.toString(),
                        "pointsFrom",
                        "08:00",
                        "pointsTo",
                        "20:00")));
    }

    static LocalDate earlier(LocalDate day, Person person) {
        return person.termTo().filter(end -> end.isBefore(day)).orElse(day);
    }

    private Reply planForm(Request request, Person person, Form form) {
        OrderLimits limits = applications.limits(person);
        return Reply.html(
                "orders/form", page -> BasisFormView.of(page, form, person, limits, "plan", false, request.path()));
    }

    private Reply plan(Request request) {
        Form form = request.form();
        PlanForm plan = new PlanForm(
                form.text("firstDay"),
                form.text("lastDay"),
                form.text("documentNumber"),
                form.text("continuous"),
                WeeklyHours.sent(form::list, form::text),
                form.text("pointsPerDay"),
                form.text("pointsFrom"),
                form.text("pointsTo"));
        Person person = find(request);
        return switch (orders.plan(request.staff(), person.id(), plan)) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + person.id() + "?saved=planned");
            case Outcome.Invalid<Long>(Problems problems) ->
                planForm(request, person, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Reply end(Request request) {
        requireMayEnd(request);
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
        requireMayEnd(request);
        Person person = find(request);
        return ended(
                request,
                person,
                request.form(),
                orders.revoke(request.staff(), person.id(), request.id("basis")),
                "revoked");
    }

    static void requireMayEnd(Request request) {
        if (!request.staff().may(Permission.EDIT_PEOPLE) && !ApplicationService.mayDecide(request.staff())) {
            throw new Refusal(403, "ui.error.403");
        }
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
        List<Basis> bases = orders.list(reader, person.id());
        List<Application> waiting = applications.ofPerson(reader, person.id()).stream()
                .filter(application -> application.state() == Application.State.PROPOSED)
                .toList();
        boolean collecting = orders.collecting(reader, person.id());
        return Optional.of(page -> panel(page, person, bases, waiting, collecting, now));
    }

    private static Panel panel(
            Page page, Person person, List<Basis> bases, List<Application> waiting, boolean collecting, Instant now) {
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
                BasisWords.collecting(page, person, bases, collecting, now),
                Stream.concat(
                                waiting.stream().map(application -> line(page, application)),
                                bases.stream()
                                        .filter(basis -> basis.state(now) == Basis.State.LIVE
                                                || basis.state(now) == Basis.State.COMING)
                                        .sorted(Comparator.comparing(Basis::from))
                                        .map(basis -> line(page, person, basis, base, now)))
                        .toList(),
                "",
                actions);
    }

    private static Panel.Line line(Page page, Application application) {
        return new Panel.Line(
                ApplicationWords.title(page, application) + " · " + ApplicationWords.term(page, application),
                page.text("orders.ground." + application.ground()) + " · "
                        + ApplicationWords.applied(page, application),
                "/authorisations/" + application.id(),
                ApplicationWords.state(page, application),
                ApplicationWords.tone(application));
    }

    private static Panel.Line line(Page page, Person person, Basis basis, String base, Instant now) {
        return new Panel.Line(
                BasisWords.title(page, basis) + " · " + BasisWords.term(page, basis),
                BasisWords.detail(page, basis),
                base,
                BasisWords.state(page, basis, person, now),
                BasisWords.tone(basis, person, now));
    }

    private Person find(Request request) {
        return people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }
}
