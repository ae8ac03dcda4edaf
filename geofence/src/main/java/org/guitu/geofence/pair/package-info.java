/**
 * Two devices as one subject: where one is, seen from the other. The relative track is judged by the same fold as any other, so that everything that
 * holds for places (evidence, late truth, retraction) holds for distances too. Pure and thread-safe.
 */
@NullMarked
package org.guitu.geofence.pair;

import org.jspecify.annotations.NullMarked;
