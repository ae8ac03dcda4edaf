package org.guitu.simulators.motion;

import org.guitu.simulators.city.LatLon;

/**
 * The truth about a person at an instant.
 *
 * @param position where, WGS-84
 * @param speedKmh how fast
 * @param courseDegrees where to, clockwise from north; 0 when standing
 * @param indoors whether under a roof
 */
public record Whereabouts(LatLon position, double speedKmh, double courseDegrees, boolean indoors) {}
