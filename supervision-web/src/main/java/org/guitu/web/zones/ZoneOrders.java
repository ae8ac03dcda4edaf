package org.guitu.web.zones;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.geofence.zone.Area;

/** Orders as {@code supervision.zone_revision} holds them. */
final class ZoneOrders {

    private ZoneOrders() {}

    static Order stored(ResultSet row) throws SQLException {
        long groupId = row.getLong("place_group_id");
        Area area = groupId == 0 ? ZoneArea.stored(row.getString("area")) : PlaceGroup.unread(groupId);
        long dwell = row.getLong("dwell_s");
        RuleKind kind = RuleKind.valueOf(row.getString("kind"));
        return switch (kind) {
            case STAY_IN ->
                new Order.StayIn(area, dwell == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(dwell)));
            case KEEP_OUT -> new Order.KeepOut(area, row.getDouble("approach_m"));
            default -> throw new IllegalArgumentException("a zone is not of kind " + kind);
        };
    }

    static Optional<Long> dwellSeconds(Order order) {
        return order instanceof Order.StayIn stay ? stay.dwell().map(Duration::toSeconds) : Optional.empty();
    }

    /** Empty for no band. */
    static Optional<Double> approachMeters(Order order) {
        return order instanceof Order.KeepOut out && out.approachMeters() > 0
                ? Optional.of(out.approachMeters())
                : Optional.empty();
    }

    static Optional<Long> placeGroupId(Order order) {
        return order.ground().orElseThrow() instanceof Area.Group group ? Optional.of(group.id()) : Optional.empty();
    }
}
