package org.guitu.web.devices;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Fields;
import org.guitu.web.form.Option;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
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
import org.guitu.web.ui.Page;

/** Putting a device on a person and taking it back, and the box about it on the person's page. */
public final class WearingRoutes implements PersonPanel {

    private final DeviceService devices;
    private final PeopleService people;
    private final InstantSource clock;

    public WearingRoutes(DeviceService devices, PeopleService people, InstantSource clock) {
        this.devices = devices;
        this.people = people;
        this.clock = clock;
    }

    void mount(Routes routes) {
        routes.page("/people/{id}/devices/assign", Permission.EDIT_PEOPLE, this::choose);
        routes.form("/people/{id}/devices/assign", Permission.EDIT_PEOPLE, this::assign);
        routes.form("/devices/{id}/take-back", Permission.EDIT_PEOPLE, this::takeBack);
    }

    private Reply choose(Request request) {
        String now =
                Fields.dateTime(clock.instant(), request.staff().organisation().zone());
        return form(request, SupervisedOnly.require(find(request)), Form.filled(Map.of("from", now)));
    }

    private Reply form(Request request, Person person, Form form) {
        List<Device> free = devices.free(request.staff());
        return Reply.html(
                "devices/assign",
                page -> new AssignView(
                        form,
                        person.name(),
                        "/people/" + person.id() + "/devices/assign",
                        "/people/" + person.id(),
                        free.stream()
                                .map(device -> new Option(
                                        Long.toString(device.id()),
                                        DeviceWords.kind(page, device.kind()) + " " + device.identity()
                                                + (device.model().isEmpty() ? "" : " · " + device.model())))
                                .toList()));
    }

    private Reply assign(Request request) {
        Form form = request.form();
        Person person = find(request);
        long deviceId = number(form.text("deviceId"));
        return switch (devices.assign(request.staff(), deviceId, person.id(), form.text("from"))) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + person.id() + "?saved=device-on");
            case Outcome.Invalid<Long>(Problems problems) ->
                form(request, person, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Reply takeBack(Request request) {
        Device device = devices.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
        return switch (devices.takeBack(request.staff(), device.id())) {
            case Outcome.Ok<Long> ok ->
                Reply.redirect(device.wearerId()
                        .map(id -> "/people/" + id + "?saved=device-off")
                        .orElse("/devices"));
            case Outcome.Invalid<Long> refused -> Reply.redirect("/devices/" + device.id());
        };
    }

    @Override
    public Optional<Function<Page, Panel>> read(Staff reader, Person person) {
        List<Device> worn = devices.wornBy(reader, person.id());
        Map<Long, Fitting> fittings = devices.fittings(reader, person.id());
        Instant now = clock.instant();
        return Optional.of(page -> panel(page, person, worn, fittings, now));
    }

    private static Panel panel(Page page, Person person, List<Device> worn, Map<Long, Fitting> fittings, Instant now) {
        boolean edit = page.may(Permission.EDIT_PEOPLE);
        List<Panel.Action> actions = new ArrayList<>();
        for (Device device : worn) {
            if (edit) {
                actions.add(Panel.Action.post(
                        page.text("devices.take-back", device.identity()),
                        "/devices/" + device.id() + "/take-back",
                        page.text("devices.take-back.confirm", device.identity(), person.name())));
            }
        }
        if (edit && person.supervised()) {
            actions.add(Panel.Action.link(page.text("devices.assign"), "/people/" + person.id() + "/devices/assign"));
        }
        actions.add(Panel.Action.link(page.text("devices.worn-ever"), "/people/" + person.id() + "/devices"));
        String unchecked = fittings.values().stream()
                .filter(fitting -> !fitting.complete())
                .flatMap(fitting -> fitting.missing().stream())
                .distinct()
                .map(item -> page.text("devices.fitting." + item))
                .collect(Collectors.joining(page.text("devices.and")));
        return new Panel(
                "devices",
                page.text("devices.panel"),
                unchecked.isEmpty() ? "" : "warn",
                unchecked.isEmpty() ? "" : page.text("devices.fitting.unchecked", unchecked),
                worn.stream().map(device -> line(page, device, now)).toList(),
                page.text("devices.panel.empty"),
                actions);
    }

    private static Panel.Line line(Page page, Device device, Instant now) {
        List<String> detail = new ArrayList<>();
        detail.add(page.text("devices.lastSeen.value", DeviceWords.lastSeen(page, device)));
        String battery = DeviceWords.battery(page, device);
        if (!battery.isEmpty()) {
            detail.add(page.text("devices.battery.value", battery));
        }
        device.wornSince()
                .ifPresent(since ->
                        detail.add(page.text("devices.since", page.times().minute(since))));
        return new Panel.Line(
                DeviceWords.kind(page, device.kind()) + " " + device.identity(),
                String.join(" · ", detail),
                page.may(Permission.VIEW_DEVICES) ? "/devices/" + device.id() : "",
                DeviceWords.signal(page, device, now),
                DeviceWords.tone(device.signal(now)));
    }

    private Person find(Request request) {
        return people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }

    /** 0, which is no device, where the field was left empty. */
    private static long number(String raw) {
        try {
            return Long.parseLong(raw);
        } catch (NumberFormatException absent) {
            return 0;
        }
    }

    /** The words of the form that puts a device on a person. */
    public record AssignView(Form form, String person, String action, String cancel, List<Option> devices) {}
}
