package org.guitu.simulators.city;

import org.locationtech.jts.geom.Polygon;

/**
 * A named piece of ground: water, a park, a school and its yard, an office, a township.
 *
 * @param kind what it is
 * @param name its invented name
 * @param shape in plane metres
 */
public record Site(SiteKind kind, Name name, Polygon shape) {}
