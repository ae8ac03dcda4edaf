package org.guitu.web.devices;

import org.guitu.web.access.Permission;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;

/** What is in stock, moving and handing over devices, and the check of those that were put on. */
final class StockRoutes {

    /** Shows a device's page again, with what was wrong. */
    @FunctionalInterface
    interface DevicePage {
        Reply show(Request request, Device device, Problems problems);
    }

    private final StockService stock;
    private final DeviceService devices;
    private final PeopleService people;
    private final DevicePage page;

    StockRoutes(StockService stock, DeviceService devices, PeopleService people, DevicePage page) {
        this.stock = stock;
        this.devices = devices;
        this.people = people;
        this.page = page;
    }

    void mount(Routes routes) {
        routes.page("/devices/stock", Permission.VIEW_DEVICES, this::counts);
        routes.form("/devices/{id}/move", Permission.EDIT_DEVICES, this::move);
        routes.form("/devices/{id}/transfer", Permission.EDIT_DEVICES, this::transfer);
        routes.form("/devices/{id}/check", Permission.EDIT_PEOPLE, this::check);
        routes.page("/people/{id}/devices", Permission.VIEW_PEOPLE, this::ofPerson);
    }

    private Reply counts(Request request) {
        var counts = stock.counts(request.staff());
        return Reply.html("devices/stock", page -> StockView.of(page, counts));
    }

    private Reply ofPerson(Request request) {
        Person person = people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
        var worn = stock.ofPerson(request.staff(), person.id());
        return Reply.html("devices/person", page -> PersonDevicesView.of(page, person, worn));
    }

    private Reply move(Request request) {
        Device device = find(request);
        Form form = request.form();
        return done(
                request,
                device,
                "/devices/" + device.id(),
                stock.move(request.staff(), device.id(), form.text("state"), form.text("note")));
    }

    private Reply transfer(Request request) {
        Device device = find(request);
        Form form = request.form();
        return done(
                request,
                device,
                "/devices/" + device.id(),
                stock.transfer(request.staff(), device.id(), form.text("organisationId"), form.text("note")));
    }

    private Reply check(Request request) {
        Device device = find(request);
        Form form = request.form();
        String next = device.wearerId()
                .map(person -> "/people/" + person + "/devices")
                .orElse("/devices/" + device.id());
        return done(request, device, next, stock.check(request.staff(), device.id(), form.text("item")));
    }

    private Reply done(Request request, Device device, String next, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Ok<Long> ok -> Reply.redirect(next);
            case Outcome.Invalid<Long>(Problems problems) ->
                page.show(request, device, problems).withStatus(422);
        };
    }

    private Device find(Request request) {
        return devices.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }
}
