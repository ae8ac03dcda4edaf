/**
 * Weekly windows in a named time zone: when a rule is in force. Immutable and thread-safe.
 */
@NullMarked
package org.guitu.geofence.schedule;

import org.jspecify.annotations.NullMarked;
