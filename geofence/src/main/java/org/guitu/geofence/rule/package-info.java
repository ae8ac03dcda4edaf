/**
 * The rules a court ordered, and the rule book that was in force at each instant. Immutable and thread-safe.
 */
@NullMarked
package org.guitu.geofence.rule;

import org.jspecify.annotations.NullMarked;
