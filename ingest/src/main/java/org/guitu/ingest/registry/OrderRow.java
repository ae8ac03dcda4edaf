package org.guitu.ingest.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.zone.Area;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * An order as stored in {@code telemetry.rule}.
 *
 * @param kind {@link RuleKind}
 * @param area null where the order has none, or names a group
 * @param lengthsMeters a length for each part of the area, null where its geometry says it all
 * @param placeGroupId in place of an area
 * @param terms JSON: {@code dwellS}, {@code approachM}, {@code distanceM}, {@code fixEveryS}, {@code sendEveryS}, {@code bufferS}
 */
public record OrderRow(
        RuleKind kind,
        @Nullable Geometry area,
        List<Optional<Double>> lengthsMeters,
        @Nullable Long placeGroupId,
        String terms) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public OrderRow {
        lengthsMeters = List.copyOf(lengthsMeters);
    }

    /** The row of an order. */
    public static OrderRow of(Order order) {
        ObjectNode terms = JSON.createObjectNode();
        return switch (order) {
            case Order.StayIn stay -> {
                stay.dwell().ifPresent(dwell -> terms.put("dwellS", dwell.toSeconds()));
                yield onGround(RuleKind.STAY_IN, stay.area(), terms);
            }
            case Order.KeepOut out -> {
                if (out.approachMeters() > 0) {
                    terms.put("approachM", out.approachMeters());
                }
                yield onGround(RuleKind.KEEP_OUT, out.area(), terms);
            }
            case Order.KeepAway away -> plain(RuleKind.KEEP_AWAY, terms.put("distanceM", away.meters()));
            case Order.StayTogether together ->
                plain(RuleKind.STAY_TOGETHER, terms.put("distanceM", together.meters()));
            case Order.ReportEvery plan ->
                plain(
                        RuleKind.REPORT_EVERY,
                        terms.put("fixEveryS", plan.fixEvery().toSeconds())
                                .put("sendEveryS", plan.sendEvery().toSeconds())
                                .put("bufferS", plan.buffer().toSeconds()));
        };
    }

    private static OrderRow plain(RuleKind kind, ObjectNode terms) {
        return new OrderRow(kind, null, List.of(), null, terms.toString());
    }

    private static OrderRow onGround(RuleKind kind, Area area, ObjectNode terms) {
        return area instanceof Area.Group group
                ? new OrderRow(kind, null, List.of(), group.id(), terms.toString())
                : new OrderRow(kind, Areas.geometry(area), Areas.lengths(area), null, terms.toString());
    }

    /**
     * The order of a row.
     *
     * @param ground where, if the order is about an area: what {@link #area} or {@link #placeGroupId} stand for
     * @throws IllegalArgumentException for a row that is no order
     */
    public Order order(Optional<Area> ground) {
        JsonNode read = readTerms();
        return switch (kind) {
            case STAY_IN -> new Order.StayIn(needed(ground), seconds(read, "dwellS"));
            case KEEP_OUT ->
                new Order.KeepOut(needed(ground), read.path("approachM").asDouble(0));
            case KEEP_AWAY -> new Order.KeepAway(read.path("distanceM").asDouble());
            case STAY_TOGETHER -> new Order.StayTogether(read.path("distanceM").asDouble());
            case REPORT_EVERY ->
                new Order.ReportEvery(
                        needed(seconds(read, "fixEveryS")),
                        needed(seconds(read, "sendEveryS")),
                        needed(seconds(read, "bufferS")));
        };
    }

    /** {@link #lengthsMeters} as an array of the database. */
    @Nullable
    Double @Nullable [] lengths() {
        return area == null
                ? null
                : lengthsMeters.stream().map(length -> length.orElse(null)).toArray(Double[]::new);
    }

    private JsonNode readTerms() {
        try {
            return JSON.readTree(terms);
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException("the terms of a rule are not JSON", damaged);
        }
    }

    private static Optional<Duration> seconds(JsonNode terms, String name) {
        return terms.has(name) ? Optional.of(Duration.ofSeconds(terms.path(name).asLong())) : Optional.empty();
    }

    private static <T> T needed(Optional<T> value) {
        return value.orElseThrow(() -> new IllegalArgumentException("a rule lacks what its order is about"));
    }
}
