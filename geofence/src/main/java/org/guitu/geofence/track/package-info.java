/**
 * What the judge sees of a device: fixes in device-time order. Values only.
 */
@NullMarked
package org.guitu.geofence.track;

import org.jspecify.annotations.NullMarked;
