package org.guitu.ingest.feed;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import org.guitu.protocols.report.Alarm;
import org.jspecify.annotations.Nullable;

/**
 * What is newest about a device.
 *
 * @param deviceId which device
 * @param subjectId who carries it by a live basis; empty if none does
 * @param lastSeenAt when it last said anything
 * @param fixTime device time of its newest located fix under a basis
 * @param latitude degrees WGS-84
 * @param longitude degrees WGS-84
 * @param accuracyMeters reported error radius
 * @param speedKmh reported speed
 * @param courseDegrees 0-360, clockwise from north
 * @param batteryPercent 0-100
 * @param charging whether it says it is being charged
 * @param alarms what it raised last
 * @param connected whether it holds a connection now
 * @param cursor where it stands in the order of changes
 */
public record StatusRow(
        long deviceId,
        OptionalLong subjectId,
        Instant lastSeenAt,
        @Nullable Instant fixTime,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Double accuracyMeters,
        @Nullable Double speedKmh,
        @Nullable Double courseDegrees,
        @Nullable Double batteryPercent,
        @Nullable Boolean charging,
        Set<Alarm> alarms,
        boolean connected,
        Cursor cursor) {}
