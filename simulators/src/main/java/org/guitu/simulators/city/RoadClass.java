package org.guitu.simulators.city;

import java.util.Locale;

/** The rank of a road, widest first; the order is used to decide who yields to whom. */
public enum RoadClass {
    AVENUE(30),
    STREET(18),
    LANE(10);

    private final double widthMeters;

    RoadClass(double widthMeters) {
        this.widthMeters = widthMeters;
    }

    /** Kerb to kerb with its pavements. */
    public double widthMeters() {
        return widthMeters;
    }

    /** The word in the basemap, e.g. {@code avenue}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
