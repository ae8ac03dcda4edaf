package org.guitu.web.devices;

import java.time.Duration;
import java.time.Instant;
import org.guitu.web.ui.Page;

/** What is said of a device on lists and pages. */
final class DeviceWords {

    private DeviceWords() {}

    static String kind(Page page, DeviceKind kind) {
        return page.text("devices.kind." + kind);
    }

    /** How things stand, in a word or two: silence with its length. */
    static String signal(Page page, Device device, Instant now) {
        Device.Signal signal = device.signal(now);
        return signal == Device.Signal.SILENT || signal == Device.Signal.RESTING
                ? page.text(
                        "devices.signal." + signal,
                        span(page, Duration.between(device.lastSeenAt().orElse(now), now)))
                : page.text("devices.signal." + signal);
    }

    static String tone(Device.Signal signal) {
        return switch (signal) {
            case HEARD -> "good";
            case SILENT -> "serious";
            case NEVER_SEEN -> "warn";
            case RESTING, RETIRED -> "neutral";
        };
    }

    static String tone(DeviceState state) {
        return switch (state) {
            case FITTED -> "good";
            case IN_STOCK -> "neutral";
            case RECEIVED, REMOVED, IN_REPAIR -> "warn";
            case LOST -> "serious";
            case RETIRED -> "none";
        };
    }

    static String lastSeen(Page page, Device device) {
        return device.lastSeenAt().map(page.times()::minute).orElse(page.text("devices.never"));
    }

    static String battery(Page page, Device device) {
        return device.batteryPercent()
                .map(percent -> page.text("devices.percent", Long.toString(Math.round(percent))))
                .orElse("");
    }

    /** A length of time in its largest unit: 5 s, 45 min, 3 h, 2 d. */
    static String span(Page page, Duration span) {
        if (span.toSeconds() < 60) {
            return page.text("devices.seconds", Long.toString(span.toSeconds()));
        }
        if (span.toMinutes() < 60) {
            return page.text("devices.minutes", Long.toString(span.toMinutes()));
        }
        return span.toHours() < 48
                ? page.text("devices.hours", Long.toString(span.toHours()))
                : page.text("devices.days", Long.toString(span.toDays()));
    }
}
