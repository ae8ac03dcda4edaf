package org.guitu.web.devices;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time in which a person wore a device.
 *
 * @param to exclusive; empty while it lasts
 */
public record Wearing(
        long deviceId,
        DeviceKind kind,
        String identity,
        String model,
        long personId,
        String personName,
        Instant from,
        Optional<Instant> to) {}
