/**
 * Simulated devices that speak to a real server: a JT/T 808 bracelet over TCP and an OsmAnd phone over HTTP. Each keeps what was not
 * acknowledged and sends it again, as real ones do. What they report comes from a {@link org.guitu.simulators.device.Script}, made
 * imperfect by {@link org.guitu.simulators.noise}. Devices are confined to one event loop each; their counters may be read from anywhere.
 */
@NullMarked
package org.guitu.simulators.device;

import org.jspecify.annotations.NullMarked;
