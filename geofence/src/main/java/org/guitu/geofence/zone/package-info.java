/**
 * Areas on the ground and the distance of a point to their edge. Immutable and thread-safe.
 */
@NullMarked
package org.guitu.geofence.zone;

import org.jspecify.annotations.NullMarked;
