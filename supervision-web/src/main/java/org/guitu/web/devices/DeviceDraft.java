package org.guitu.web.devices;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.guitu.ingest.registry.DeviceSpec;
import org.guitu.protocols.report.Datum;
import org.guitu.web.form.Fields;

/** A device's form once it is read and found good in itself. */
record DeviceDraft(Protocol protocol, DeviceSpec spec, String inventoryNumber, String note) {

    private static final int DAY_SECONDS = 86_400;

    /** Empty if there is no identity to speak of; problems go to {@code fields}. */
    static Optional<DeviceDraft> read(DeviceForm form, Fields fields) {
        Optional<Protocol> protocol = Protocol.ofCode(form.protocol());
        if (protocol.isEmpty()) {
            fields.problem("protocol", "ui.form.choose");
        }
        Optional<String> identity = protocol.flatMap(known -> known.identity(form.identity()));
        if (form.identity().isBlank()) {
            fields.problem("identity", "ui.form.required");
        } else if (protocol.isPresent() && identity.isEmpty()) {
            fields.problem(
                    "identity", "devices.error.identity." + protocol.get().code());
        }
        String model = fields.optionalText("model", form.model(), 60);
        String authCode = fields.optionalText("authCode", form.authCode(), 64);
        int interval = fields.integer("sendIntervalSeconds", form.sendIntervalSeconds(), 1, DAY_SECONDS);
        int buffer = fields.integer("bufferSeconds", form.bufferSeconds(), 0, DAY_SECONDS);
        Datum datum = fields.choice("datum", form.datum(), Datum.class);
        Optional<ZoneOffset> offset = offset(form.clockOffset(), fields);
        String inventoryNumber = fields.optionalText("inventoryNumber", form.inventoryNumber(), 60);
        String note = fields.optionalText("note", form.note(), 1000);
        return identity.map(known -> new DeviceDraft(
                protocol.orElseThrow(),
                new DeviceSpec(
                        protocol.get().code(),
                        known,
                        model,
                        offset,
                        datum,
                        Map.of(),
                        authCode.isEmpty() || authCode.length() > 64 ? Optional.empty() : Optional.of(authCode),
                        Duration.ofSeconds(interval),
                        Duration.ofSeconds(buffer)),
                inventoryNumber,
                note));
    }

    private static Optional<ZoneOffset> offset(String raw, Fields fields) {
        if (raw.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneOffset.of(raw.strip()));
        } catch (DateTimeException e) {
            fields.problem("clockOffset", "devices.error.clock-offset");
            return Optional.empty();
        }
    }
}
