/**
 * What a satellite receiver makes of the truth: drift, wild fixes, rooms without a fix. Seeded: equal seeds and equal questions give equal
 * answers. One instance belongs to one device and one thread.
 */
@NullMarked
package org.guitu.simulators.noise;

import org.jspecify.annotations.NullMarked;
