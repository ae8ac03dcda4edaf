/**
 * A fictional city, made from a seed: river, streets, parks, buildings, schools, offices, and routes through it. Nothing in it is a real
 * place. The demo's basemap, the zones of its cast and the ways its people walk all come from the same {@link
 * org.guitu.simulators.city.City}, so they agree. Pure and immutable: equal seeds give equal cities on every machine.
 *
 * <p>Inside, shapes are drawn on a flat {@link org.guitu.simulators.city.Plane} in metres; what leaves the package for devices and rules
 * is WGS-84 degrees.
 */
@NullMarked
package org.guitu.simulators.city;

import org.jspecify.annotations.NullMarked;
