package org.guitu.simulators.city;

import org.locationtech.jts.geom.LineString;

/**
 * A stretch of one named road, as it is drawn.
 *
 * @param name its name; stretches of one road share it
 * @param roadClass its rank
 * @param bridge whether this stretch is a bridge over the river
 * @param line in plane metres
 */
public record Road(Name name, RoadClass roadClass, boolean bridge, LineString line) {}
