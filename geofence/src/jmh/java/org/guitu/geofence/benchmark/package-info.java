/**
 * How fast the judgement is and how much it keeps in memory. Compiled in every build, run by hand; results stand in the module's README.
 */
@NullMarked
package org.guitu.geofence.benchmark;

import org.jspecify.annotations.NullMarked;
