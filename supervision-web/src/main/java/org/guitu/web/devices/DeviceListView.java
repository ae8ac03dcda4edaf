package org.guitu.web.devices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/** The words of the list of devices. */
public record DeviceListView(
        Form query,
        List<Option> wornOptions,
        List<Option> stateOptions,
        List<Row> rows,
        Optional<String> nextHref,
        boolean searched,
        boolean mayEdit) {

    /** One line. */
    public record Row(
            String href,
            String identity,
            String kind,
            String model,
            String signal,
            String tone,
            String lastSeen,
            String battery,
            String wearer,
            String wearerHref,
            String organisation,
            String state,
            String stateTone) {}

    static DeviceListView of(Page page, Form query, List<Device> devices, int limit, Instant now) {
        List<Device> shown = devices.size() > limit ? devices.subList(0, limit) : devices;
        Optional<String> next = devices.size() > limit
                ? Optional.of("/devices?after=" + shown.getLast().id() + "&worn=" + query.text("worn") + "&state="
                        + query.text("state") + "&organisation=" + query.text("organisation") + "&q="
                        + java.net.URLEncoder.encode(query.text("q"), java.nio.charset.StandardCharsets.UTF_8))
                : Optional.empty();
        return new DeviceListView(
                query,
                List.of(
                        new Option("true", page.text("devices.worn.true")),
                        new Option("false", page.text("devices.worn.false"))),
                Option.of(DeviceState.class, "devices.state", page),
                shown.stream().map(device -> row(page, device, now)).toList(),
                next,
                Stream.of("q", "worn", "state", "organisation")
                        .anyMatch(field -> !query.text(field).isEmpty()),
                page.may(Permission.EDIT_DEVICES));
    }

    private static Row row(Page page, Device device, Instant now) {
        boolean mayOpen = page.may(Permission.VIEW_PEOPLE);
        return new Row(
                "/devices/" + device.id(),
                device.identity(),
                DeviceWords.kind(page, device.kind()),
                device.model(),
                DeviceWords.signal(page, device, now),
                DeviceWords.tone(device.signal(now)),
                DeviceWords.lastSeen(page, device),
                DeviceWords.battery(page, device),
                device.wearerName().orElse(""),
                mayOpen ? device.wearerId().map(id -> "/people/" + id).orElse("") : "",
                device.organisationName(),
                page.text("devices.state." + device.state()),
                DeviceWords.tone(device.state()));
    }
}
