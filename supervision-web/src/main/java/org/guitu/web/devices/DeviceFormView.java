package org.guitu.web.devices;

import java.util.List;
import java.util.Optional;
import org.guitu.protocols.report.Datum;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/** The words of the form that registers or changes a device. */
public record DeviceFormView(
        Form form,
        String title,
        String action,
        String cancel,
        Optional<Integer> version,
        List<Option> protocols,
        List<Option> datums,
        List<Option> organisations) {

    static DeviceFormView of(Page page, Form form, Optional<Device> device, List<Option> organisations) {
        List<Option> protocols = java.util.Arrays.stream(Protocol.values())
                .filter(protocol -> device.isEmpty() || device.get().protocol() == protocol)
                .map(protocol -> new Option(protocol.code(), page.text("devices.protocol." + protocol.code())))
                .toList();
        return new DeviceFormView(
                form,
                device.map(known -> page.text("devices.edit.title", known.identity()))
                        .orElse(page.text("devices.new")),
                device.map(known -> "/devices/" + known.id() + "/edit").orElse("/devices/new"),
                device.map(known -> "/devices/" + known.id()).orElse("/devices"),
                device.map(Device::version),
                protocols,
                Option.of(Datum.class, "devices.datum", page),
                organisations);
    }
}
