package org.guitu.web.devices;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Option;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.Choices;
import org.guitu.web.people.PeopleService;
import org.guitu.web.ui.NavItem;

/** The register of devices. Putting one on a person stands with the person, see {@link WearingRoutes}. */
public final class DevicesFeature implements Feature {

    private static final int LIMIT = 50;

    private final DeviceService devices;
    private final StockService stock;
    private final WearingRoutes wearing;
    private final PeopleService people;
    private final Choices choices;
    private final InstantSource clock;

    public DevicesFeature(
            DeviceService devices,
            StockService stock,
            WearingRoutes wearing,
            PeopleService people,
            Choices choices,
            InstantSource clock) {
        this.devices = devices;
        this.stock = stock;
        this.wearing = wearing;
        this.people = people;
        this.choices = choices;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "devices";
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(40, "devices.nav", "/devices", "device", Permission.VIEW_DEVICES));
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/devices", Permission.VIEW_DEVICES, this::list);
        new StockRoutes(stock, devices, people, this::page).mount(routes);
        routes.page("/devices/new", Permission.EDIT_DEVICES, this::blank);
        routes.form("/devices/new", Permission.EDIT_DEVICES, this::register);
        routes.page("/devices/{id}", Permission.VIEW_DEVICES, this::show);
        routes.page("/devices/{id}/edit", Permission.EDIT_DEVICES, this::edit);
        routes.form("/devices/{id}/edit", Permission.EDIT_DEVICES, this::save);
        routes.form("/devices/{id}/retire", Permission.EDIT_DEVICES, this::retire);
        wearing.mount(routes);
        new DevicesApi(devices).mount(routes);
    }

    private Reply list(Request request) {
        Form query = request.queryForm();
        List<Device> found = devices.list(request.staff(), query(request, LIMIT));
        return Reply.html(
                request.fragment() ? "devices/rows" : "devices/list",
                page -> DeviceListView.of(page, query, found, LIMIT, clock.instant()));
    }

    static DeviceQuery query(Request request, int limit) {
        Optional<Boolean> worn = request.query("worn").map(Boolean::parseBoolean);
        return new DeviceQuery(
                request.query("q").orElse(""),
                worn,
                request.query("state").flatMap(DevicesFeature::state),
                request.queryLong("organisation").stream().boxed().findFirst(),
                request.queryLong("after").orElse(0),
                limit);
    }

    private static Optional<DeviceState> state(String raw) {
        return Arrays.stream(DeviceState.values())
                .filter(state -> state.name().equals(raw))
                .findFirst();
    }

    private Reply blank(Request request) {
        return form(request, Answers.filled(DeviceForm.blank()), Optional.empty());
    }

    private Reply form(Request request, Form form, Optional<Device> device) {
        var organisations = choices.organisations(request.staff());
        return Reply.html("devices/form", page -> DeviceFormView.of(page, form, device, organisations));
    }

    private Reply register(Request request) {
        Form form = request.form();
        return switch (devices.register(request.staff(), read(form))) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/devices/" + id);
            case Outcome.Invalid<Long>(Problems problems) ->
                form(request, Answers.refused(form, problems), Optional.empty()).withStatus(422);
        };
    }

    private Reply show(Request request) {
        return page(request, find(request), Problems.none());
    }

    private Reply page(Request request, Device device, Problems problems) {
        StockService.Life life = stock.life(request.staff(), device.id());
        List<Option> organisations = choices.organisations(request.staff());
        return Reply.html(
                "devices/device",
                page -> DeviceView.of(
                        page,
                        device,
                        life,
                        organisations,
                        clock.instant(),
                        problems.find(Problems.FORM)
                                .map(problem -> page.text(
                                        problem.key(), problem.arguments().toArray()))
                                .orElse("")));
    }

    private Reply edit(Request request) {
        Device device = find(request);
        return form(request, Answers.filled(form(device)), Optional.of(device));
    }

    private Reply save(Request request) {
        Form form = request.form();
        Device device = find(request);
        return switch (devices.update(request.staff(), device.id(), version(form), read(form))) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/devices/" + id);
            case Outcome.Invalid<Long>(Problems problems) ->
                form(request, Answers.refused(form, problems), Optional.of(find(request)))
                        .withStatus(problems.has(Problems.VERSION) ? 409 : 422);
        };
    }

    private Reply retire(Request request) {
        Device device = find(request);
        return switch (devices.retire(request.staff(), device.id())) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/devices");
            case Outcome.Invalid<Long>(Problems problems) ->
                page(request, device, problems).withStatus(422);
        };
    }

    private Device find(Request request) {
        return devices.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }

    private static int version(Form form) {
        try {
            return Integer.parseInt(form.text("version"));
        } catch (NumberFormatException absent) {
            throw Refusal.badRequest();
        }
    }

    private static DeviceForm form(Device device) {
        return new DeviceForm(
                device.protocol().code(),
                device.identity(),
                device.model(),
                "",
                Long.toString(device.sendInterval().toSeconds()),
                Long.toString(device.buffer().toSeconds()),
                device.datum(),
                device.clockOffset().orElse(""),
                device.inventoryNumber(),
                Long.toString(device.organisationId()),
                device.note(),
                "");
    }

    private static DeviceForm read(Form form) {
        return new DeviceForm(
                form.text("protocol"),
                form.text("identity"),
                form.text("model"),
                form.text("authCode"),
                form.text("sendIntervalSeconds"),
                form.text("bufferSeconds"),
                form.text("datum"),
                form.text("clockOffset"),
                form.text("inventoryNumber"),
                form.text("organisationId"),
                form.text("note"),
                form.text("unchecked"));
    }
}
