/**
 * Whether a device is heard of as its plan says. Judged on the times of arrival, which only ever grow: a backlog that comes later explains a gap but
 * does not unmake it. Our own downtime is nobody's silence. Pure and thread-safe.
 */
@NullMarked
package org.guitu.geofence.silence;

import org.jspecify.annotations.NullMarked;
