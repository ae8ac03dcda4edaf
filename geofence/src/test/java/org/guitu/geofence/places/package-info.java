/** Stops, habits, nearness and meetings, told as small tables of stays ({@link org.guitu.geofence.places.Stays}). */
package org.guitu.geofence.places;
