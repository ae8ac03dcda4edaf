package org.guitu.simulators.device;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.guitu.simulators.city.LatLon;
import org.jspecify.annotations.Nullable;

/**
 * One thing a phone has to say.
 *
 * @param at time of the fix
 * @param position where, or null: a sign of life alone
 * @param accuracyMeters the error radius the phone claims
 * @param speedKmh km/h
 * @param courseDegrees clockwise from north
 * @param batteryPercent 0-100
 * @param charging whether it is plugged in
 * @param sos whether the alarm button was pressed
 */
record PhoneReport(
        Instant at,
        @Nullable LatLon position,
        double accuracyMeters,
        double speedKmh,
        double courseDegrees,
        double batteryPercent,
        boolean charging,
        boolean sos) {

    private static final double KMH_PER_KNOT = 1.852;

    /** The same report again is the same request. */
    HttpRequest.Builder request(URI server, PhoneConfig config) {
        return switch (config.style()) {
            case QUERY ->
                HttpRequest.newBuilder(server.resolve("/?" + query(config.id())))
                        .POST(HttpRequest.BodyPublishers.noBody());
            case JSON ->
                HttpRequest.newBuilder(server.resolve("/"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json(config.id())));
        };
    }

    private String query(String id) {
        StringBuilder query = new StringBuilder("id=" + URLEncoder.encode(id, StandardCharsets.UTF_8));
        query.append("&timestamp=").append(at.getEpochSecond());
        if (position != null) {
            query.append(String.format(
                    Locale.ROOT,
                    "&lat=%.7f&lon=%.7f&speed=%.2f&bearing=%.1f&accuracy=%.1f",
                    position.latitude(),
                    position.longitude(),
                    speedKmh / KMH_PER_KNOT,
                    courseDegrees,
                    accuracyMeters));
        }
        query.append(String.format(Locale.ROOT, "&batt=%.0f&charge=%b", batteryPercent, charging));
        return query.append(sos ? "&alarm=sos" : "").toString();
    }

    private String json(String id) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JsonFactory.builder().build().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("device_id", id);
            json.writeObjectFieldStart("location");
            json.writeStringField("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString());
            if (position != null) {
                json.writeObjectFieldStart("coords");
                json.writeNumberField("latitude", position.latitude());
                json.writeNumberField("longitude", position.longitude());
                json.writeNumberField("accuracy", accuracyMeters);
                json.writeNumberField("speed", speedKmh / 3.6);
                json.writeNumberField("heading", courseDegrees);
                json.writeEndObject();
            }
            json.writeBooleanField("is_moving", speedKmh > 0);
            json.writeObjectFieldStart("battery");
            json.writeNumberField("level", batteryPercent / 100);
            json.writeBooleanField("is_charging", charging);
            json.writeEndObject();
            if (sos) {
                json.writeStringField("alarm", "sos");
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return out.toString();
    }
}
