/**
 * The demo's cast: invented people, their devices, zones and what happens to them. Plain records, made from a city and the instant at
 * which the devices start; no I/O, no clock of its own. Equal inputs give equal casts.
 */
@NullMarked
package org.guitu.simulators.scenario;

import org.jspecify.annotations.NullMarked;
