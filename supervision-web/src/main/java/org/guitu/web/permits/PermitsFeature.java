package org.guitu.web.permits;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Option;
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
import org.guitu.web.rules.OrderedRule;
import org.guitu.web.rules.RuleService;
import org.guitu.web.ui.Page;
import org.guitu.web.zones.AreaForm;
import org.guitu.web.zones.Place;
import org.guitu.web.zones.Zone;
import org.guitu.web.zones.ZoneService;

/** The pages about permits, and the box about them on the person's page. */
public final class PermitsFeature implements Feature, PersonPanel {

    private final PermitService permits;
    private final ZoneService zones;
    private final RuleService rules;
    private final PeopleService people;
    private final InstantSource clock;

    public PermitsFeature(
            PermitService permits, ZoneService zones, RuleService rules, PeopleService people, InstantSource clock) {
        this.permits = permits;
        this.zones = zones;
        this.rules = rules;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "permits";
    }

    @Override
    public void mount(Routes routes) {
        String one = "/people/{id}/permits/{permit}";
        routes.page("/people/{id}/permits", Permission.VIEW_PEOPLE, this::list);
        routes.page("/people/{id}/permits/new", Permission.EDIT_PEOPLE, this::blank);
        routes.form("/people/{id}/permits/new", Permission.EDIT_PEOPLE, this::apply);
        routes.page(one, Permission.VIEW_PEOPLE, request -> show(request, Form.empty()));
        routes.form(one + "/decision", Permission.DECIDE, this::decide);
        routes.form(one + "/revocation", Permission.DECIDE, request -> ended(request, permits::revoke));
        routes.form(one + "/withdrawal", Permission.EDIT_PEOPLE, request -> ended(request, permits::withdraw));
        routes.form(one + "/reports", Permission.EDIT_PEOPLE, this::report);
        routes.form(one + "/informed", Permission.EDIT_PEOPLE, this::informed);
    }

    private Reply list(Request request) {
        Person person = find(request);
        List<Permit> all = permits.list(request.staff(), person.id());
        return Reply.html("permits/list", page -> PermitsView.of(page, person, all, clock.instant()));
    }

    private Reply blank(Request request) {
        Person person = SupervisedOnly.require(find(request));
        Permit.Kind kind = kind(request.query("kind").orElse(""));
        LocalDate today = LocalDate.ofInstant(clock.instant(), person.zone());
        Map<String, String> values = new HashMap<>(Map.of("kind", kind.name(), "always", "on"));
        if (kind == Permit.Kind.TRAVEL) {
            values.put("validFrom", today.toString());
            values.put("validTo", today.plusMonths(6).minusDays(1).toString());
        }
        return form(request, person, Form.filled(values));
    }

    private static Permit.Kind kind(String raw) {
        for (Permit.Kind kind : Permit.Kind.values()) {
            if (kind.name().equals(raw)) {
                return kind;
            }
        }
        return Permit.Kind.TRAVEL;
    }

    private Reply form(Request request, Person person, Form form) {
        List<Zone> known = standing(request.staff(), person);
        List<Place> places = zones.places(request.staff());
        List<Opening> openings = openings(request.staff(), person);
        return Reply.html(
                "permits/form",
                page -> PermitFormView.of(
                        page, form, kind(form.text("kind")), person, options(page, openings), known, places));
    }

    private List<Zone> standing(Staff staff, Person person) {
        Instant now = clock.instant();
        return zones.list(staff, person.id()).stream()
                .filter(zone -> zone.state(now) != Zone.State.OVER)
                .toList();
    }

    /** Something a permit can open. */
    private record Opening(String value, String name, boolean person) {}

    private List<Opening> openings(Staff staff, Person person) {
        Instant now = clock.instant();
        List<Opening> openings = new ArrayList<>();
        zones.list(staff, person.id()).stream()
                .filter(zone -> zone.kind() == RuleKind.KEEP_OUT && zone.state(now) != Zone.State.OVER)
                .forEach(zone -> openings.add(new Opening("zone:" + zone.id(), zone.name(), false)));
        rules.list(staff, person.id()).stream()
                .filter(rule -> rule.kind() == RuleKind.KEEP_AWAY && rule.state(now) != OrderedRule.State.OVER)
                .forEach(rule -> openings.add(new Opening("rule:" + rule.id(), other(staff, rule), true)));
        return openings;
    }

    /** Whom a rule is about, {@code ""} if the reader may not see that person. */
    private String other(Staff staff, OrderedRule rule) {
        return rule.otherId()
                .flatMap(id -> people.find(staff, id))
                .map(Person::name)
                .orElse("");
    }

    private static List<Option> options(Page page, List<Opening> openings) {
        return openings.stream()
                .map(opening -> new Option(
                        opening.value(),
                        opening.person()
                                ? page.text(
                                        "permits.opens.person",
                                        opening.name().isEmpty() ? page.text("permits.another") : opening.name())
                                : page.text("permits.opens.place", opening.name())))
                .toList();
    }

    private Reply apply(Request request) {
        Person person = find(request);
        Form form = request.form();
        if (form.text("do").equals("more")) {
            return form(request, person, form);
        }
        Optional<Form> step = AreaForm.step(form, zones.places(request.staff()));
        if (step.isPresent()) {
            return form(request, person, step.get()).withStatus(step.get().valid() ? 200 : 422);
        }
        return switch (permits.apply(request.staff(), person.id(), read(form))) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/people/" + person.id() + "/permits/" + id);
            case Outcome.Invalid<Long>(Problems problems) ->
                form(request, person, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private static PermitForm read(Form form) {
        return new PermitForm(
                form.text("kind"),
                form.text("reason"),
                form.text("subject"),
                form.text("relation"),
                form.text("detail"),
                form.text("injunction"),
                AreaForm.sent(form),
                form.text("always"),
                WeeklyHours.sent(form::list, form::text),
                form.text("validFrom"),
                form.text("validTo"),
                form.text("proof"),
                form.text("documentNumber"),
                form.list("opens"));
    }

    private Reply show(Request request, Form form) {
        Person person = find(request);
        Permit permit =
                permits.find(request.staff(), person.id(), request.id("permit")).orElseThrow(Refusal::notFound);
        List<Opening> opened = openings(request.staff(), person).stream()
                .filter(opening ->
                        permit.zones().stream().anyMatch(id -> opening.value().equals("zone:" + id))
                                || permit.rules().stream()
                                        .anyMatch(id -> opening.value().equals("rule:" + id)))
                .toList();
        List<PermitReport> reports = permits.reports(permit);
        // Papers speak of the one of its kind that was applied for last.
        boolean newest = permits.list(request.staff(), person.id()).stream()
                .filter(other -> other.kind() == permit.kind())
                .noneMatch(other -> other.recordedAt().isAfter(permit.recordedAt()));
        List<PermitService.Body> untold = permits.untold(permit);
        return Reply.html(
                "permits/permit",
                page -> PermitView.of(
                        page, person, permit, options(page, opened), reports, untold, newest, clock.instant(), form));
    }

    private Reply decide(Request request) {
        Form form = request.form();
        String decision = form.text("decision");
        if (!decision.equals("APPROVED") && !decision.equals("REFUSED")) {
            form.reject("decision", "ui.form.choose");
            return show(request, form).withStatus(422);
        }
        return answer(
                request,
                form,
                permits.decide(
                        request.staff(),
                        request.id("id"),
                        request.id("permit"),
                        decision.equals("APPROVED"),
                        form.text("documentNumber"),
                        form.text("reason")));
    }

    /** An act that ends a permit. */
    private interface Ending {
        Outcome<Long> end(Staff staff, long personId, long permitId, String reason);
    }

    private Reply ended(Request request, Ending ending) {
        Form form = request.form();
        return answer(
                request,
                form,
                ending.end(request.staff(), request.id("id"), request.id("permit"), form.text("reason")));
    }

    private Reply report(Request request) {
        Form form = request.form();
        return answer(
                request,
                form,
                permits.report(
                        request.staff(), request.id("id"), request.id("permit"), form.text("at"), form.text("words")));
    }

    private Reply informed(Request request) {
        Form form = request.form();
        return answer(
                request,
                form,
                permits.informed(
                        request.staff(),
                        request.id("id"),
                        request.id("permit"),
                        form.text("body"),
                        form.text("informedDocument")));
    }

    private Reply answer(Request request, Form form, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/people/" + request.id("id") + "/permits/" + id);
            case Outcome.Invalid<Long>(Problems problems) ->
                show(request, Answers.refused(form, problems)).withStatus(422);
        };
    }

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        Instant now = clock.instant();
        List<Permit> open = permits.list(reader, person.id()).stream()
                .filter(permit -> switch (permit.state(now)) {
                    case WAITING, COMING, IN_FORCE -> true;
                    default -> false;
                })
                .toList();
        return person.category().supervised()
                ? Optional.of(page -> PermitsView.panel(page, person, open, now))
                : Optional.empty();
    }

    private Person find(Request request) {
        return people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }
}
