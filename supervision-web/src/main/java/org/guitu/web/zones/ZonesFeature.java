package org.guitu.web.zones;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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
import org.guitu.web.ui.Page;

/** The pages about zones, and the box about them on the person's page. */
public final class ZonesFeature implements Feature, PersonPanel {

    private final ZoneService zones;
    private final PeopleService people;
    private final InstantSource clock;

    public ZonesFeature(ZoneService zones, PeopleService people, InstantSource clock) {
        this.zones = zones;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "zones";
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/people/{id}/zones", Permission.VIEW_ZONES, this::list);
        routes.page("/people/{id}/zones/new", Permission.EDIT_ZONES, this::blank);
        routes.form("/people/{id}/zones/new", Permission.EDIT_ZONES, this::create);
        routes.page("/people/{id}/zones/{zone}", Permission.VIEW_ZONES, this::show);
        routes.page("/people/{id}/zones/{zone}/edit", Permission.EDIT_ZONES, this::edit);
        routes.form("/people/{id}/zones/{zone}/edit", Permission.EDIT_ZONES, this::revise);
        routes.form("/people/{id}/zones/{zone}/end", Permission.EDIT_ZONES, this::end);
        routes.form("/people/{id}/zones/{zone}/undo-end", Permission.EDIT_ZONES, this::undoEnd);
        new ZonesApi(zones, people).mount(routes);
    }

    private Reply list(Request request) {
        Person person = person(request);
        List<Zone> all = zones.list(request.staff(), person.id());
        return Reply.html("zones/list", page -> ZonesView.of(page, person, all, clock.instant()));
    }

    private Reply blank(Request request) {
        return form(request, person(request), Optional.empty(), ZoneFields.blank());
    }

    private Reply form(Request request, Person person, Optional<Zone> zone, Form form) {
        List<Place> places = zones.places(request.staff());
        Instant now = clock.instant();
        List<Zone> others = zones.list(request.staff(), person.id()).stream()
                .filter(other -> other.state(now) != Zone.State.OVER)
                .filter(other -> zone.isEmpty() || zone.get().id() != other.id())
                .toList();
        return Reply.html("zones/form", page -> ZoneFormView.of(page, form, person, zone, others, places));
    }

    private Reply create(Request request) {
        Form form = request.form();
        Person person = person(request);
        return switch (zones.create(request.staff(), person.id(), ZoneFields.read(form))) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + person.id() + "/zones/" + ok.value());
            case Outcome.Invalid<Long>(Problems problems) ->
                form(request, person, Optional.empty(), Answers.refused(form, problems))
                        .withStatus(422);
        };
    }

    private Reply show(Request request) {
        return show(person(request), zone(request), Problems.none());
    }

    private Reply show(Person person, Zone zone, Problems problems) {
        List<ZoneRevision> revisions = zones.revisions(zone);
        return Reply.html(
                "zones/zone",
                page -> ZoneView.of(
                        page,
                        person,
                        zone,
                        revisions,
                        clock.instant(),
                        problems.find(Problems.FORM)
                                .map(problem -> page.text(
                                        problem.key(), problem.arguments().toArray()))
                                .orElse("")));
    }

    private Reply edit(Request request) {
        Person person = person(request);
        Zone zone = zone(request);
        return form(request, person, Optional.of(zone), ZoneFields.filled(zone, person.zone()));
    }

    private Reply revise(Request request) {
        Form form = request.form();
        Person person = person(request);
        Zone zone = zone(request);
        int version;
        try {
            version = Integer.parseInt(form.text("version"));
        } catch (NumberFormatException absent) {
            throw Refusal.badRequest();
        }
        return switch (zones.revise(request.staff(), person.id(), zone.id(), version, ZoneFields.read(form))) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + person.id() + "/zones/" + zone.id());
            case Outcome.Invalid<Long>(Problems problems) ->
                form(request, person, Optional.of(zone(request)), Answers.refused(form, problems))
                        .withStatus(problems.has(Problems.VERSION) ? 409 : 422);
        };
    }

    private Reply end(Request request) {
        Person person = person(request);
        Zone zone = zone(request);
        String reason = request.form().text("reason");
        return changed(person, zone, zones.end(request.staff(), person.id(), zone.id(), reason));
    }

    private Reply undoEnd(Request request) {
        Person person = person(request);
        Zone zone = zone(request);
        return changed(person, zone, zones.undoEnd(request.staff(), person.id(), zone.id()));
    }

    private Reply changed(Person person, Zone zone, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + person.id() + "/zones/" + zone.id());
            case Outcome.Invalid<Long>(Problems problems) ->
                show(person, zone, problems).withStatus(422);
        };
    }

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        if (!reader.may(Permission.VIEW_ZONES)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<Zone> open = zones.list(reader, person.id()).stream()
                .filter(zone -> zone.state(now) != Zone.State.OVER)
                .toList();
        return Optional.of(page -> panel(page, person, open, now));
    }

    private static Panel panel(Page page, Person person, List<Zone> open, Instant now) {
        String base = "/people/" + person.id() + "/zones";
        List<Panel.Action> actions = new ArrayList<>();
        if (page.may(Permission.EDIT_ZONES) && person.category().supervised()) {
            actions.add(Panel.Action.link(page.text("zones.new"), base + "/new"));
        }
        actions.add(Panel.Action.link(page.text("zones.all"), base));
        return new Panel(
                "zones",
                page.text("zones.panel"),
                "",
                "",
                open.stream()
                        .map(zone -> new Panel.Line(
                                page.text("zones.kind." + zone.kind()) + " · " + zone.name(),
                                ZoneWords.hours(page, zone.schedule()),
                                base + "/" + zone.id(),
                                ZoneWords.state(page, zone, now),
                                ZoneWords.tone(zone, now)))
                        .toList(),
                page.text("zones.panel.empty"),
                actions);
    }

    private Person person(Request request) {
        return people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }

    private Zone zone(Request request) {
        return zones.find(request.staff(), request.id("id"), request.id("zone")).orElseThrow(Refusal::notFound);
    }
}
