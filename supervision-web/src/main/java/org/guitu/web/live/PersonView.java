package org.guitu.web.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.guitu.web.alerts.AlertRow;
import org.guitu.web.alerts.AlertView;
import org.guitu.web.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * A person on the desk, in finished words.
 *
 * @param facts identity, class and who is responsible, a line each
 * @param devices what they wear, newest words first
 * @param alerts the person's other open alerts
 */
public record PersonView(
        long id, String name, String caseNumber, List<Fact> facts, List<Device> devices, List<AlertView> alerts) {

    /** One line of what is known. */
    public record Fact(String label, String value) {}

    /**
     * One device.
     *
     * @param silent whether nothing was heard for longer than it may be silent
     * @param heard ISO instant it was last heard of, or empty
     * @param silentAfter ISO instant from when on it counts as unobserved, or empty
     * @param battery in words, or empty
     * @param batteryLow whether it needs charging
     */
    public record Device(
            String kind,
            String identity,
            boolean silent,
            String heard,
            String heardText,
            String silentAfter,
            String fix,
            String battery,
            boolean batteryLow) {}

    static PersonView of(
            Page page, PersonPanel.Person person, List<PersonPanel.Device> devices, List<AlertRow> open, Instant now) {
        return new PersonView(
                person.personId(),
                person.name(),
                person.caseNumber(),
                facts(page, person),
                devices.stream().map(device -> device(page, device, now)).toList(),
                open.stream().map(row -> AlertView.of(page, row)).toList());
    }

    private static List<Fact> facts(Page page, PersonPanel.Person person) {
        List<Fact> facts = new ArrayList<>();
        String kind = Stream.of(
                        word(page, "live.sex.", person.sex()),
                        word(page, "live.category.", person.category()),
                        word(page, "live.class.", person.supervisionClass()))
                .filter(text -> !text.isEmpty())
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
        add(facts, page.text("live.person.kind"), kind);
        add(facts, page.text("live.person.phone"), person.phone());
        add(facts, page.text("live.person.address"), person.address());
        String officer = person.officer();
        add(
                facts,
                page.text("live.person.responsible"),
                officer == null ? person.organisation() : person.organisation() + " · " + officer);
        return facts;
    }

    private static Device device(Page page, PersonPanel.Device device, Instant now) {
        Instant heard = device.lastSeenAt();
        Instant silentAfter = device.silentAfter();
        Double battery = device.batteryPercent();
        return new Device(
                page.text("live.device." + device.kind()),
                device.identity(),
                silentAfter == null || now.isAfter(silentAfter),
                heard == null ? "" : page.times().iso(heard),
                heard == null ? page.text("live.never") : page.times().second(heard),
                silentAfter == null ? "" : page.times().iso(silentAfter),
                fix(page, device),
                battery == null
                        ? ""
                        : page.text(
                                Boolean.TRUE.equals(device.charging()) ? "live.battery.charging" : "live.battery",
                                Math.round(battery)),
                battery != null && battery <= 20);
    }

    private static String fix(Page page, PersonPanel.Device device) {
        Instant at = device.fixTime();
        if (at == null || !device.located()) {
            return page.text("live.fix.none");
        }
        Double accuracy = device.accuracyM();
        return accuracy == null
                ? page.text("live.fix.at", page.times().second(at))
                : page.text("live.fix.accurate", page.times().second(at), Math.round(accuracy));
    }

    private static String word(Page page, String prefix, @Nullable String value) {
        return value == null ? "" : page.text(prefix + value);
    }

    private static void add(List<Fact> facts, String label, String value) {
        if (!value.isBlank()) {
            facts.add(new Fact(label, value));
        }
    }
}
