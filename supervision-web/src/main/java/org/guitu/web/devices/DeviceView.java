package org.guitu.web.devices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Option;
import org.guitu.web.ui.Page;

/** The words of a device's page. */
public record DeviceView(
        long id,
        String identity,
        String kind,
        String signal,
        String tone,
        List<Entry> facts,
        String state,
        String stateTone,
        List<WornView> history,
        List<Stretch> states,
        List<String> transfers,
        List<Option> moves,
        List<Option> organisations,
        boolean mayEdit,
        boolean mayTakeBack,
        boolean mayRetire,
        String wearer,
        String fault) {

    /** One fact. */
    public record Entry(String label, String value) {}

    /** One stretch of its life. */
    public record Stretch(String state, String from, String to, String detail) {}

    static DeviceView of(
            Page page, Device device, StockService.Life life, List<Option> organisations, Instant now, String fault) {
        boolean edit = page.may(Permission.EDIT_DEVICES) && device.retiredAt().isEmpty();
        return new DeviceView(
                device.id(),
                device.identity(),
                DeviceWords.kind(page, device.kind()),
                DeviceWords.signal(page, device, now),
                DeviceWords.tone(device.signal(now)),
                facts(page, device),
                page.text("devices.state." + device.state()),
                DeviceWords.tone(device.state()),
                life.worn().stream().map(worn -> WornView.of(page, worn)).toList(),
                life.states().stream().map(stretch -> stretch(page, stretch)).toList(),
                life.transfers().stream().map(moved -> transfer(page, moved)).toList(),
                edit ? moves(page, device) : List.of(),
                edit && device.state() != DeviceState.FITTED
                        ? organisations.stream()
                                .filter(one -> !one.value().equals(Long.toString(device.organisationId())))
                                .toList()
                        : List.of(),
                edit,
                edit && device.wearerId().isPresent() && page.may(Permission.EDIT_PEOPLE),
                edit && device.state().mayBecome(DeviceState.RETIRED),
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

    /** Where one may move it by hand. */
    private static List<Option> moves(Page page, Device device) {
        if (device.state() == DeviceState.FITTED && device.wearerId().isEmpty()) {
            return List.of();
        }
        return device.state().next().stream()
                .filter(DeviceState::byHand)
                .map(state -> new Option(state.name(), page.text("devices.state." + state)))
                .toList();
    }

    private static Stretch stretch(Page page, StateStore.Stretch stretch) {
        return new Stretch(
                page.text("devices.state." + stretch.state()),
                page.times().minute(stretch.from()),
                stretch.to().map(page.times()::minute).orElse(""),
                stretch.note().isEmpty() ? stretch.by() : stretch.note() + " · " + stretch.by());
    }

    private static String transfer(Page page, StateStore.Transfer moved) {
        String words = page.text(
                "devices.transfer.words", page.times().minute(moved.at()), moved.from(), moved.to(), moved.by());
        return moved.note().isEmpty() ? words : words + " · " + moved.note();
    }

    private static String orDash(Page page, String value) {
        return value.isEmpty() ? page.text("devices.nothing") : value;
    }
}
