/**
 * What a fix is worth as evidence, and what one subject's fixes together make believable about one rule. Start with {@link
 * org.guitu.geofence.evidence.Belief}, whose essay explains the filter. {@code Belief} and {@code RecentTrack} are mutable and belong to one
 * fold on one thread; everything else is immutable.
 */
@NullMarked
package org.guitu.geofence.evidence;

import org.jspecify.annotations.NullMarked;
