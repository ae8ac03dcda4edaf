/**
 * What of a day was observed, and why the rest was not. Pure; the caller gathers the evidence. A gap is never compliance.
 */
@NullMarked
package org.guitu.geofence.coverage;

import org.jspecify.annotations.NullMarked;
