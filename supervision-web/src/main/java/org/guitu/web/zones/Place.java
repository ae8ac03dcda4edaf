package org.guitu.web.zones;

/**
 * An area kept to be used again.
 *
 * @param area a GeoJSON Feature
 */
public record Place(long id, String name, String area) {}
