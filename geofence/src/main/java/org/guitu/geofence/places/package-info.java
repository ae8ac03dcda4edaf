/**
 * What stored fixes say of places: stops, usual places, departures from habit, who was near a place, who was together. Nothing here raises a
 * finding; it answers an officer's question with facts. Two rules hold throughout: a single fix never convinces, and time without fixes is
 * unobserved: it is neither presence nor absence and is always told apart. Pure and thread-safe.
 */
@NullMarked
package org.guitu.geofence.places;

import org.jspecify.annotations.NullMarked;
