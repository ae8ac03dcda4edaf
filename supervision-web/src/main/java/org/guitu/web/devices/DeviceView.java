package org.guitu.web.devices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.ui.Page;

/** The words of a device's page. */
public record DeviceView(
        long id,
        String identity,
        String kind,
        String signal,
        String tone,
        List<Entry> facts,
        List<Worn> history,
        boolean mayEdit,
        boolean mayTakeBack,
        boolean mayRetire,
        String wearer,
        String fault) {

    /** One fact. */
    public record Entry(String label, String value) {}

    /** One stretch of wearing. */
    public record Worn(String person, String href, String from, String to) {}

    static DeviceView of(Page page, Device device, List<Wearing> history, Instant now, String fault) {
        boolean edit = page.may(Permission.EDIT_DEVICES) && device.retiredAt().isEmpty();
        return new DeviceView(
                device.id(),
                device.identity(),
                DeviceWords.kind(page, device.kind()),
                DeviceWords.signal(page, device, now),
                DeviceWords.tone(device.signal(now)),
                facts(page, device),
                history.stream().map(worn -> worn(page, worn)).toList(),
                edit,
                edit && device.wearerId().isPresent() && page.may(Permission.EDIT_PEOPLE),
                edit && device.wearerId().isEmpty(),
                device.wearerName().orElse(""),
                fault);
    }

    private static List<Entry> facts(Page page, Device device) {
        List<Entry> facts = new ArrayList<>();
        facts.add(new Entry(
                page.text("devices.protocol"),
                page.text("devices.protocol." + device.protocol().code())));
        facts.add(new Entry(page.text("devices.model"), orDash(page, device.model())));
        facts.add(new Entry(page.text("devices.lastSeen"), DeviceWords.lastSeen(page, device)));
        facts.add(new Entry(page.text("devices.battery"), orDash(page, DeviceWords.battery(page, device))));
        facts.add(new Entry(page.text("devices.connected"), page.text("devices.connected." + device.connected())));
        facts.add(new Entry(
                page.text("devices.plan"),
                page.text(
                        "devices.plan.value",
                        DeviceWords.span(page, device.sendInterval()),
                        DeviceWords.span(page, device.buffer()))));
        facts.add(new Entry(page.text("devices.datum"), page.text("devices.datum." + device.datum())));
        facts.add(new Entry(
                page.text("devices.clockOffset"),
                device.clockOffset().orElse(page.text("devices.clockOffset.default"))));
        facts.add(new Entry(page.text("devices.inventoryNumber"), orDash(page, device.inventoryNumber())));
        facts.add(new Entry(page.text("devices.organisation"), device.organisationName()));
        facts.add(new Entry(page.text("devices.note"), orDash(page, device.note())));
        return facts;
    }

    private static Worn worn(Page page, Wearing worn) {
        return new Worn(
                worn.personName(),
                page.may(Permission.VIEW_PEOPLE) ? "/people/" + worn.personId() : "",
                page.times().minute(worn.from()),
                worn.to().map(page.times()::minute).orElse(page.text("devices.still")));
    }

    private static String orDash(Page page, String value) {
        return value.isEmpty() ? page.text("devices.nothing") : value;
    }
}
