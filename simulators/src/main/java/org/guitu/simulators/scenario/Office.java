package org.guitu.simulators.scenario;

import org.guitu.simulators.city.LatLon;
import org.guitu.simulators.city.Name;

/**
 * A township's judicial office (司法所).
 *
 * @param name e.g. 晨光司法所
 * @param township e.g. 晨光街道
 * @param position of its building
 */
public record Office(Name name, Name township, LatLon position) {}
