package org.guitu.geofence.zone;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Says what is wrong with an area somebody drew, in words a form can translate and at a place a map can mark. */
public final class AreaProblems {

    private AreaProblems() {}

    /** Why an area cannot be used. */
    public enum Reason {
        EMPTY,
        /** Neither polygon nor line where one is needed. */
        WRONG_TYPE,
        /** A latitude beyond 90 or a longitude beyond 180 degrees, or not a number. */
        OUT_OF_RANGE,
        TOO_FEW_POINTS,
        SELF_CROSSING,
        /** A hole lies outside its outline, or within another hole. */
        HOLE_OUTSIDE,
        /** Parts of a multipolygon overlap or repeat each other. */
        PARTS_OVERLAP,
        /** Holes or pinches cut the inside in pieces. */
        INSIDE_CUT,
        RADIUS_NOT_POSITIVE
    }

    /**
     * One problem.
     *
     * @param at where on the map, x = longitude; null where no one place is to blame
     */
    public record Problem(Reason reason, @Nullable Coordinate at) {}

    /** The first problem of an area; empty if it can be used. */
    public static Optional<Problem> find(Area area) {
        return Optional.ofNullable(
                switch (area) {
                    case Area.Circle c ->
                        !inRange(c.longitude(), c.latitude())
                                ? new Problem(Reason.OUT_OF_RANGE, null)
                                : c.radiusMeters() > 0 && Double.isFinite(c.radiusMeters())
                                        ? null
                                        : new Problem(
                                                Reason.RADIUS_NOT_POSITIVE,
                                                new Coordinate(c.longitude(), c.latitude()));
                    case Area.Polygonal p -> ofPolygonal(p.geometry());
                    case Area.Corridor c -> ofCorridor(c);
                    case Area.Group group -> null; // each place was asked when it was entered
                    case Area.AnyOf anyOf ->
                        anyOf.parts().stream()
                                .flatMap(part -> find(part).stream())
                                .findFirst()
                                .orElse(null);
                });
    }

    private static @Nullable Problem ofPolygonal(Geometry geometry) {
        Problem plain = ofCoordinates(geometry, geometry instanceof Polygonal);
        if (plain != null) {
            return plain;
        }
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error != null) {
            return new Problem(reasonOf(error.getErrorType()), error.getCoordinate());
        }
        return geometry.getArea() > 0 ? null : new Problem(Reason.TOO_FEW_POINTS, geometry.getCoordinate());
    }

    private static @Nullable Problem ofCorridor(Area.Corridor corridor) {
        Geometry geometry = corridor.geometry();
        Problem plain = ofCoordinates(geometry, geometry instanceof Lineal);
        if (plain != null) {
            return plain;
        }
        if (!(corridor.bufferMeters() > 0 && Double.isFinite(corridor.bufferMeters()))) {
            return new Problem(Reason.RADIUS_NOT_POSITIVE, null);
        }
        // A route may cross itself; it must only lead somewhere.
        return geometry.getLength() > 0 ? null : new Problem(Reason.TOO_FEW_POINTS, geometry.getCoordinate());
    }

    private static @Nullable Problem ofCoordinates(Geometry geometry, boolean rightType) {
        if (geometry.isEmpty()) {
            return new Problem(Reason.EMPTY, null);
        }
        if (!rightType) {
            return new Problem(Reason.WRONG_TYPE, null);
        }
        for (Coordinate c : geometry.getCoordinates()) {
            if (!inRange(c.x, c.y)) {
                return new Problem(Reason.OUT_OF_RANGE, null);
            }
        }
        return null;
    }

    private static boolean inRange(double longitude, double latitude) {
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
    }

    private static Reason reasonOf(int jtsType) {
        return switch (jtsType) {
            case TopologyValidationError.HOLE_OUTSIDE_SHELL, TopologyValidationError.NESTED_HOLES ->
                Reason.HOLE_OUTSIDE;
            case TopologyValidationError.NESTED_SHELLS, TopologyValidationError.DUPLICATE_RINGS -> Reason.PARTS_OVERLAP;
            case TopologyValidationError.DISCONNECTED_INTERIOR -> Reason.INSIDE_CUT;
            case TopologyValidationError.TOO_FEW_POINTS, TopologyValidationError.RING_NOT_CLOSED ->
                Reason.TOO_FEW_POINTS;
            case TopologyValidationError.INVALID_COORDINATE -> Reason.OUT_OF_RANGE;
            default -> Reason.SELF_CROSSING;
        };
    }
}
