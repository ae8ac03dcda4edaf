package org.guitu.web.devices;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time in which a person wore a device.
 *
 * @param activationId of this one wearing; the same however often its row is ended or corrected
 * @param to exclusive; empty while it lasts
 */
public record Wearing(
        long activationId,
        long deviceId,
        DeviceKind kind,
        String identity,
        String model,
        long personId,
        String personName,
        Instant from,
        Optional<Instant> to) {}
