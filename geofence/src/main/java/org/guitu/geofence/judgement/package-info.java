/**
 * The judgement of one subject's timeline: a pure fold from a checkpoint over fixes, the rule book and "now" to findings, and the
 * reconciliation of what it finds with what already stands. Thread-safe: all state is in the values passed.
 */
@NullMarked
package org.guitu.geofence.judgement;

import org.jspecify.annotations.NullMarked;
