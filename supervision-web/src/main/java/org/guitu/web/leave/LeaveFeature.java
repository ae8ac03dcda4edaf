package org.guitu.web.leave;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
import org.guitu.web.people.SupervisedOnly;
import org.guitu.web.ui.NavItem;
import org.guitu.web.ui.Page;
import org.guitu.web.zones.AreaForm;
import org.guitu.web.zones.Place;
import org.guitu.web.zones.Zone;
import org.guitu.web.zones.ZoneService;

/** The pages about leave, and the box about it on the person's page. */
public final class LeaveFeature implements Feature, PersonPanel {

    private final LeaveService leave;
    private final ZoneService zones;
    private final PeopleService people;
    private final InstantSource clock;

    public LeaveFeature(LeaveService leave, ZoneService zones, PeopleService people, InstantSource clock) {
        this.leave = leave;
        this.zones = zones;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "leave";
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(35, "leave.nav", "/leave", "calendar", Permission.VIEW_PEOPLE));
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/leave", Permission.VIEW_PEOPLE, this::list);
        routes.page("/people/{id}/leave", Permission.VIEW_PEOPLE, this::ofPerson);
        routes.page("/people/{id}/leave/new", Permission.EDIT_PEOPLE, this::blank);
        routes.form("/people/{id}/leave/new", Permission.EDIT_PEOPLE, this::apply);
        routes.page("/people/{id}/leave/{leave}", Permission.VIEW_PEOPLE, this::show);
        new LeaveActs(leave, this::show).mount(routes);
        new LeaveApi(leave, people).mount(routes);
    }

    private Reply list(Request request) {
        LeaveQuery.Show show =
                request.query("show").flatMap(LeaveFeature::named).orElse(LeaveQuery.Show.MINE);
        List<LeaveQuery.Row> rows = leave.query(request.staff(), show, LeavesView.ROWS_MAX + 1);
        return Reply.html("leave/list", page -> LeavesView.of(page, show, rows, clock.instant()));
    }

    private static Optional<LeaveQuery.Show> named(String raw) {
        for (LeaveQuery.Show show : LeaveQuery.Show.values()) {
            if (show.name().equals(raw.toUpperCase(Locale.ROOT))) {
                return Optional.of(show);
            }
        }
        return Optional.empty();
    }

    private Reply ofPerson(Request request) {
        Person person = find(request);
        List<Leave> all = leave.list(request.staff(), person.id());
        return Reply.html("leave/list", page -> LeavesView.ofPerson(page, person, all, clock.instant()));
    }

    private Reply blank(Request request) {
        Person person = SupervisedOnly.require(find(request));
        Map<String, String> values = new HashMap<>();
        values.put(
                "appliedOn", LocalDate.ofInstant(clock.instant(), person.zone()).toString());
        values.put("phone", person.phone());
        request.query("extends").flatMap(id -> before(request, person, id)).ifPresent(before -> {
            values.put("extendsId", Long.toString(before.id()));
            values.put("reason", before.reason().name());
            values.put("destination", before.destination());
            values.put("area", before.area());
            values.put("phone", before.phone());
            values.put("companion", before.companion());
        });
        return form(request, person, Form.filled(values));
    }

    private Optional<Leave> before(Request request, Person person, String id) {
        return leave.list(request.staff(), person.id()).stream()
                .filter(known -> Long.toString(known.id()).equals(id))
                .findFirst();
    }

    private Reply form(Request request, Person person, Form form) {
        Optional<Leave> before = before(request, person, form.text("extendsId"));
        List<Zone> known = zonesOf(request.staff(), person);
        List<Place> places = zones.places(request.staff());
        return Reply.html("leave/form", page -> LeaveFormView.of(page, form, person, before, known, places));
    }

    private List<Zone> zonesOf(Staff staff, Person person) {
        Instant now = clock.instant();
        return zones.list(staff, person.id()).stream()
                .filter(zone -> zone.state(now) != Zone.State.OVER)
                .toList();
    }

    private Reply apply(Request request) {
        Person person = find(request);
        Form form = request.form();
        Optional<Form> step = AreaForm.step(form, zones.places(request.staff()));
        if (step.isPresent()) {
            return form(request, person, step.get()).withStatus(step.get().valid() ? 200 : 422);
        }
        return switch (leave.apply(request.staff(), person.id(), read(form))) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/people/" + person.id() + "/leave/" + id);
            case Outcome.Invalid<Long>(Problems problems) ->
                form(request, person, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private static LeaveForm read(Form form) {
        return new LeaveForm(
                form.text("reason"),
                form.text("destination"),
                AreaForm.sent(form),
                form.text("firstDay"),
                form.text("lastDay"),
                form.text("proof"),
                form.text("documentNumber"),
                form.text("companion"),
                form.text("phone"),
                form.text("urgency"),
                form.text("appliedOn"),
                form.text("extendsId"));
    }

    private Reply show(Request request) {
        return show(request, Form.empty());
    }

    private Reply show(Request request, Form form) {
        Person person = find(request);
        Leave one =
                leave.find(request.staff(), person.id(), request.id("leave")).orElseThrow(Refusal::notFound);
        LeaveAuthority authority = leave.authority(person, one);
        List<LeaveCheck> checks = leave.checks(one);
        List<Zone> known = zonesOf(request.staff(), person);
        boolean newest = LeaveFacts.newest(leave.list(request.staff(), person.id()))
                .filter(last -> last.id() == one.id())
                .isPresent();
        return Reply.html(
                "leave/leave",
                page -> LeaveView.of(page, person, one, authority, checks, known, newest, clock.instant(), form));
    }

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        Instant now = clock.instant();
        List<Leave> open = leave.list(reader, person.id()).stream()
                .filter(known -> switch (known.state(now)) {
                    case WAITING, COMING, AWAY, OVERDUE -> true;
                    default -> false;
                })
                .toList();
        return person.category().supervised()
                ? Optional.of(page -> LeavePanel.of(page, person, open, now))
                : Optional.empty();
    }

    private Person find(Request request) {
        return people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }
}
