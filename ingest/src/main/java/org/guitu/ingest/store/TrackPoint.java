package org.guitu.ingest.store;

import java.time.Instant;
import java.util.Set;
import org.guitu.protocols.report.Alarm;
import org.guitu.protocols.report.Position;
import org.jspecify.annotations.Nullable;

/**
 * One stored report on a track.
 *
 * @param deviceId whose report
 * @param fixTime device time
 * @param contentHash with {@code deviceId} and {@code fixTime}, the key
 * @param receivedAt when the platform received it first
 * @param latitude degrees WGS-84, absent when the report had none
 * @param longitude degrees WGS-84, absent when the report had none
 * @param located whether the report says where the device was at {@code fixTime}
 * @param accuracyMeters reported error radius
 * @param speedKmh reported speed
 * @param courseDegrees 0-360, clockwise from north
 * @param satellites satellites used
 * @param batteryPercent 0-100
 * @param source what fixed the position
 * @param alarms what the device raised
 */
public record TrackPoint(
        long deviceId,
        Instant fixTime,
        long contentHash,
        Instant receivedAt,
        @Nullable Double latitude,
        @Nullable Double longitude,
        boolean located,
        @Nullable Double accuracyMeters,
        @Nullable Double speedKmh,
        @Nullable Double courseDegrees,
        @Nullable Integer satellites,
        @Nullable Double batteryPercent,
        Position.Source source,
        Set<Alarm> alarms) {}
