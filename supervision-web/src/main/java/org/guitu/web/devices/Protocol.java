package org.guitu.web.devices;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The wire formats a device can be registered with. */
public enum Protocol {
    JT808("jt808", DeviceKind.BRACELET, Pattern.compile("\\d{1,20}")),
    OSMAND("osmand", DeviceKind.PHONE, Pattern.compile("[A-Za-z0-9._:@-]{1,64}"));

    private final String code;
    private final DeviceKind kind;
    private final Pattern identity;

    Protocol(String code, DeviceKind kind, Pattern identity) {
        this.code = code;
        this.kind = kind;
        this.identity = identity;
    }

    /** As telemetry names it. */
    public String code() {
        return code;
    }

    public DeviceKind kind() {
        return kind;
    }

    /** The identity as registers compare it (JT/T 808: digits without leading zeros), or empty if it cannot be one. */
    public Optional<String> identity(String raw) {
        String value = raw.strip();
        if (!identity.matcher(value).matches()) {
            return Optional.empty();
        }
        if (this == OSMAND) {
            return Optional.of(value);
        }
        String digits = value.replaceFirst("^0+", "");
        return digits.isEmpty() ? Optional.empty() : Optional.of(digits);
    }

    public static Optional<Protocol> ofCode(String code) {
        for (Protocol protocol : values()) {
            if (protocol.code.equals(code.strip().toLowerCase(Locale.ROOT))) {
                return Optional.of(protocol);
            }
        }
        return Optional.empty();
    }
}
