package org.guitu.web.zones;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.guitu.ingest.registry.PlaceSpec;
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
import org.guitu.web.people.SupervisedOnly;
import org.guitu.web.ui.NavItem;
import org.guitu.web.ui.Page;

/** The pages about zones, and the box about them on the person's page. */
public final class ZonesFeature implements Feature, PersonPanel {

    private static final String PREVIEW = "preview";

    private final ZoneService zones;
    private final PeopleService people;
    private final ZonePreviews previews;
    private final PlaceGroupService groups;
    private final InstantSource clock;

    public ZonesFeature(
            ZoneService zones,
            ZonePreviews previews,
            PlaceGroupService groups,
            PeopleService people,
            InstantSource clock) {
        this.zones = zones;
        this.previews = previews;
        this.groups = groups;
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
        routes.form("/people/{id}/zones/{zone}/suspend", Permission.EDIT_ZONES, this::suspend);
        routes.form("/people/{id}/zones/{zone}/resume", Permission.EDIT_ZONES, this::resume);
        new ZonesApi(zones, previews, people).mount(routes);
        new PlaceGroupRoutes(groups, clock).mount(routes);
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(50, "zones.groups.nav", "/place-groups", "zone", Permission.VIEW_ZONES));
    }

    private Reply list(Request request) {
        Person person = person(request);
        List<Zone> all = zones.list(request.staff(), person.id());
        return Reply.html("zones/list", page -> ZonesView.of(page, person, all, clock.instant()));
    }

    private Reply blank(Request request) {
        return form(request, SupervisedOnly.require(person(request)), Optional.empty(), ZoneFields.blank());
    }

    private Reply form(Request request, Person person, Optional<Zone> zone, Form form) {
        return form(request, person, zone, form, Optional.empty());
    }

    private Reply form(Request request, Person person, Optional<Zone> zone, Form form, Optional<ZonePreview> preview) {
        var choices = new ZoneFormView.Choices(zones.places(request.staff()), zones.groups(request.staff()));
        Instant now = clock.instant();
        List<Zone> others = zones.list(request.staff(), person.id()).stream()
                .filter(other -> other.state(now) != Zone.State.OVER)
                .filter(other -> zone.isEmpty() || zone.get().id() != other.id())
                .toList();
        return Reply.html("zones/form", page -> ZoneFormView.of(page, form, person, zone, others, choices, preview));
    }

    private Reply create(Request request) {
        Form form = request.form();
        Person person = person(request);
        Optional<Reply> step = step(request, person, Optional.empty(), form);
        if (step.isPresent()) {
            return step.get();
        }
        return switch (zones.create(request.staff(), person.id(), ZoneFields.read(form))) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + person.id() + "/zones/" + ok.value());
            case Outcome.Invalid<Long>(Problems problems) ->
                form(request, person, Optional.empty(), Answers.refused(form, problems))
                        .withStatus(422);
        };
    }

    /** What another button than the one that saves asks for: the form comes back and nothing is saved. */
    private Optional<Reply> step(Request request, Person person, Optional<Zone> zone, Form form) {
        String act = form.text("do");
        if (act.equals(PREVIEW)) {
            return Optional.of(preview(request, person, zone, form));
        }
        if (act.equals(ZoneParts.ADD)) {
            Form added = ZoneParts.added(form, zones.places(request.staff()));
            return Optional.of(form(request, person, zone, added).withStatus(added.valid() ? 200 : 422));
        }
        if (act.startsWith(ZoneParts.REMOVE)) {
            return Optional.of(form(request, person, zone, ZoneParts.removed(form, act)));
        }
        return act.equals("more") ? Optional.of(form(request, person, zone, form)) : Optional.empty();
    }

    private Reply preview(Request request, Person person, Optional<Zone> zone, Form form) {
        if (!request.staff().may(Permission.VIEW_TRACKS)) {
            throw new Refusal(403, "ui.error.403");
        }
        return switch (previews.of(request.staff(), person.id(), ZoneFields.read(form))) {
            case Outcome.Ok<ZonePreview>(ZonePreview preview) ->
                form(request, person, zone, form, Optional.of(preview));
            case Outcome.Invalid<ZonePreview>(Problems problems) ->
                form(request, person, zone, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Reply show(Request request) {
        return show(person(request), zone(request), Form.empty());
    }

    private Reply show(Person person, Zone zone, Form form) {
        List<ZoneRevision> revisions = zones.revisions(zone);
        List<PlaceSpec> places = zones.groupPlaces(zone);
        return Reply.html(
                "zones/zone", page -> ZoneView.of(page, person, zone, revisions, clock.instant(), form, places));
    }

    private Reply edit(Request request) {
        Person person = SupervisedOnly.require(person(request));
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
        Optional<Reply> step = step(request, person, Optional.of(zone), form);
        if (step.isPresent()) {
            return step.get();
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
        return changed(request, person, zone, zones.end(request.staff(), person.id(), zone.id(), reason));
    }

    private Reply undoEnd(Request request) {
        Person person = person(request);
        Zone zone = zone(request);
        return changed(request, person, zone, zones.undoEnd(request.staff(), person.id(), zone.id()));
    }

    private Reply suspend(Request request) {
        Person person = person(request);
        Zone zone = zone(request);
        Form form = request.form();
        var pause = new ZoneForm.PauseRow(form.text("pauseFrom"), form.text("pauseTo"), form.text("pauseNote"));
        return changed(request, person, zone, zones.suspend(request.staff(), person.id(), zone.id(), pause));
    }

    private Reply resume(Request request) {
        Person person = person(request);
        Zone zone = zone(request);
        Form form = request.form();
        return changed(
                request,
                person,
                zone,
                zones.resume(request.staff(), person.id(), zone.id(), form.text("from"), form.text("to")));
    }

    private Reply changed(Request request, Person person, Zone zone, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + person.id() + "/zones/" + zone.id());
            case Outcome.Invalid<Long>(Problems problems) ->
                show(person, zone, Answers.refused(request.form(), problems)).withStatus(422);
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
        if (page.may(Permission.EDIT_ZONES) && person.supervised()) {
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
                                ZoneWords.hours(page, zone.hours()),
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
