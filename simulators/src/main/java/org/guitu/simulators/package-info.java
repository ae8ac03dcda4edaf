/**
 * Simulated devices for the demo and for load: {@link org.guitu.simulators.Simulation} runs a cast against a server. May import only
 * {@code protocols} and {@code geofence}. Arrows between the packages: city, motion, noise, device, scenario, load and lab, each using those
 * before it.
 */
@NullMarked
package org.guitu.simulators;

import org.jspecify.annotations.NullMarked;
