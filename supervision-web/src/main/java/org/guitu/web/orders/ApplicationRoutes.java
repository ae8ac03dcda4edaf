package org.guitu.web.orders;

import java.time.LocalDate;
import java.util.HashMap;
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
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;
import org.guitu.web.people.SupervisedOnly;

/** Applying to locate someone, and deciding on it. */
final class ApplicationRoutes {

    private static final int LIST_MAX = 200;

    private final ApplicationService applications;
    private final OrderService orders;
    private final PeopleService people;

    ApplicationRoutes(ApplicationService applications, OrderService orders, PeopleService people) {
        this.applications = applications;
        this.orders = orders;
        this.people = people;
    }

    void mount(Routes routes) {
        routes.page("/people/{id}/bases/authorise", Permission.EDIT_PEOPLE, this::blank);
        routes.form("/people/{id}/bases/authorise", Permission.EDIT_PEOPLE, this::apply);
        routes.page("/people/{id}/bases/{basis}/renew", Permission.EDIT_PEOPLE, this::blankRenewal);
        routes.form("/people/{id}/bases/{basis}/renew", Permission.EDIT_PEOPLE, this::renew);
        routes.page("/authorisations", Permission.VIEW_PEOPLE, this::waiting);
        routes.page("/authorisations/count", Permission.VIEW_PEOPLE, this::count);
        routes.page("/authorisations/{id}", Permission.VIEW_PEOPLE, this::show);
        // Whoever may open the page is told why only the head decides, rather than that there is no such page.
        routes.form("/authorisations/{id}/approve", Permission.VIEW_PEOPLE, this::approve);
        routes.form("/authorisations/{id}/refuse", Permission.VIEW_PEOPLE, this::refuse);
        routes.form("/authorisations/{id}/withdraw", Permission.EDIT_PEOPLE, this::withdraw);
    }

    private Reply waiting(Request request) {
        List<Application> waiting = applications.waiting(request.staff(), LIST_MAX);
        long count = waiting.size() < LIST_MAX ? waiting.size() : applications.waitingCount(request.staff());
        return Reply.html("orders/waiting", page -> WaitingView.of(page, waiting, count));
    }

    /** The number beside the entry of the navigation; nothing where nothing waits. */
    private Reply count(Request request) {
        long count = applications.waitingCount(request.staff());
        return Reply.html("orders/count", page -> count == 0 ? "" : Long.toString(count));
    }

    private Reply show(Request request) {
        return page(find(request), Form.empty());
    }

    private static Reply page(Application application, Form form) {
        return Reply.html("orders/application", page -> ApplicationView.of(page, application, form));
    }

    private Reply blank(Request request) {
        Person person = SupervisedOnly.require(person(request));
        OrderLimits limits = applications.limits(person);
        LocalDate last = OrdersFeature.earlier(limits.authorisation().lastDay(limits.day()), person);
        Map<String, String> fields =
                new HashMap<>(Map.of("firstDay", limits.day().toString(), "lastDay", last.toString()));
        request.query("evidence").ifPresent(link -> fields.put("evidenceLink", link));
        return form(request, person, "authorise", Form.filled(fields));
    }

    private Reply blankRenewal(Request request) {
        Person person = SupervisedOnly.require(person(request));
        Basis basis = orders.list(request.staff(), person.id()).stream()
                .filter(known -> known.id() == request.id("basis"))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        LocalDate first = basis.lastDay().plusDays(1);
        LocalDate last = OrdersFeature.earlier(
                applications.limits(person).authorisation().lastDay(first), person);
        return form(
                request,
                person,
                "renew",
                Form.filled(Map.of("ground", basis.ground().map(Ground::name).orElse(""), "lastDay", last.toString())));
    }

    private Reply form(Request request, Person person, String shape, Form form) {
        OrderLimits limits = applications.limits(person);
        boolean continued = orders.list(request.staff(), person.id()).stream()
                .anyMatch(basis -> basis.continuedBy(limits.day(), applications.now()));
        return Reply.html(
                "orders/form", page -> BasisFormView.of(page, form, person, limits, shape, continued, request.path()));
    }

    private Reply apply(Request request) {
        Form form = request.form();
        Person person = person(request);
        return applied(
                request, person, "authorise", form, applications.apply(request.staff(), person.id(), read(form)));
    }

    private Reply renew(Request request) {
        Form form = request.form();
        Person person = person(request);
        return applied(
                request,
                person,
                "renew",
                form,
                applications.applyToRenew(request.staff(), person.id(), request.id("basis"), read(form)));
    }

    private Reply applied(Request request, Person person, String shape, Form form, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/authorisations/" + id);
            case Outcome.Invalid<Long>(Problems problems) ->
                form(request, person, shape, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Reply approve(Request request) {
        requireHead(request);
        Form form = request.form();
        Application application = find(request);
        return done(
                application,
                form,
                "/people/" + application.personId() + "/bases",
                applications.approve(request.staff(), application.id(), decision(form)));
    }

    private Reply refuse(Request request) {
        requireHead(request);
        Form form = request.form();
        Application application = find(request);
        return done(
                application,
                form,
                "/authorisations",
                applications.refuse(request.staff(), application.id(), decision(form)));
    }

    private Reply withdraw(Request request) {
        Form form = request.form();
        Application application = find(request);
        return done(
                application,
                form,
                "/authorisations/" + application.id(),
                applications.withdraw(request.staff(), application.id(), form.text("reason")));
    }

    private static Reply done(Application application, Form form, String next, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Ok<Long> ok -> Reply.redirect(next);
            case Outcome.Invalid<Long>(Problems problems) ->
                page(application, Answers.refused(form, problems)).withStatus(422);
        };
    }

    static void requireHead(Request request) {
        if (!ApplicationService.mayDecide(request.staff())) {
            throw new Refusal(403, "orders.error.not-head");
        }
    }

    private static ApplicationForm read(Form form) {
        return new ApplicationForm(
                form.text("ground"),
                form.text("evidence"),
                form.text("evidenceLink"),
                form.text("assessment"),
                form.text("firstDay"),
                form.text("lastDay"));
    }

    private static DecisionForm decision(Form form) {
        return new DecisionForm(form.text("documentNumber"), form.text("reason"));
    }

    private Application find(Request request) {
        return applications.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }

    private Person person(Request request) {
        return people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }
}
