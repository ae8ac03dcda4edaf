package org.guitu.geofence.zone;

/** Areas that count as one: inside one of them is inside. Where they overlap, the depth is that of the deepest alone, never too much. */
final class PreparedUnion implements PreparedArea {

    private final PreparedArea[] parts;

    PreparedUnion(PreparedArea[] parts) {
        this.parts = parts;
    }

    @Override
    public double signedDistance(LocalFrame from) {
        return signedDistance(from, Double.POSITIVE_INFINITY);
    }

    @Override
    public double signedDistance(LocalFrame from, double withinMeters) {
        double least = Double.POSITIVE_INFINITY;
        for (PreparedArea part : parts) {
            least = Math.min(least, part.signedDistance(from, withinMeters));
        }
        return least;
    }
}
