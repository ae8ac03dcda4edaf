package org.guitu.web.devices;

import org.guitu.ingest.registry.DeviceSpec;
import org.guitu.web.form.Answers;

/**
 * A device as written in a form: raw text, {@code ""} where left empty.
 *
 * @param protocol {@code jt808} or {@code osmand}
 * @param authCode what the terminal must authenticate with; empty: issued when it registers, or kept on a change
 * @param clockOffset the zone of the device's clock, e.g. {@code +08:00}; empty for the protocol's own default
 * @param unchecked {@code true} or {@code on}: it only came, and is looked at before it is in stock; of a new device alone
 * @param organisationId who holds it; empty: the one of the acting staff
 */
public record DeviceForm(
        String protocol,
        String identity,
        String model,
        String authCode,
        String sendIntervalSeconds,
        String bufferSeconds,
        String datum,
        String clockOffset,
        String inventoryNumber,
        String organisationId,
        String note,
        String unchecked) {
    public DeviceForm {
        protocol = Answers.orEmpty(protocol);
        identity = Answers.orEmpty(identity);
        model = Answers.orEmpty(model);
        authCode = Answers.orEmpty(authCode);
        sendIntervalSeconds = Answers.orEmpty(sendIntervalSeconds);
        bufferSeconds = Answers.orEmpty(bufferSeconds);
        datum = Answers.orEmpty(datum);
        clockOffset = Answers.orEmpty(clockOffset);
        inventoryNumber = Answers.orEmpty(inventoryNumber);
        organisationId = Answers.orEmpty(organisationId);
        note = Answers.orEmpty(note);
        unchecked = Answers.orEmpty(unchecked);
    }

    /** The form a caseworker starts from: a bracelet that reports every ten minutes. */
    public static DeviceForm blank() {
        return new DeviceForm("jt808", "", "", "", "600", "900", "WGS84", "", "", "", "", "");
    }

    /** A device as telemetry describes it. Alarm bits that differ from the standard are not in the form. */
    public static DeviceForm of(DeviceSpec spec, String inventoryNumber, String organisationId, String note) {
        return new DeviceForm(
                spec.protocol(),
                spec.identity(),
                spec.model(),
                spec.authCode().orElse(""),
                Long.toString(spec.sendInterval().toSeconds()),
                Long.toString(spec.buffer().toSeconds()),
                spec.datum().name(),
                spec.clockOffset().map(Object::toString).orElse(""),
                inventoryNumber,
                organisationId,
                note,
                "");
    }

    public static DeviceForm of(DeviceSpec spec) {
        return of(spec, "", "", "");
    }
}
