package org.guitu.web.live;

import java.time.Instant;
import org.guitu.web.alerts.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Where a person was last.
 *
 * @param personId who
 * @param name as people write it
 * @param lat degrees WGS-84
 * @param lon degrees WGS-84
 * @param at device time of the fix
 * @param lastSeenAt when any device of the person last said anything
 * @param silentAfter from when on the person counts as unobserved, unless something is heard before
 * @param accuracyM reported error radius, metres
 * @param speedKmh reported speed
 * @param courseDeg 0-360, clockwise from north
 * @param batteryPercent 0-100
 * @param alert the greatest severity of the person's open alerts
 */
public record PersonPosition(
        long personId,
        String name,
        double lat,
        double lon,
        Instant at,
        Instant lastSeenAt,
        Instant silentAfter,
        @Nullable Double accuracyM,
        @Nullable Double speedKmh,
        @Nullable Double courseDeg,
        @Nullable Double batteryPercent,
        @Nullable Severity alert) {}
