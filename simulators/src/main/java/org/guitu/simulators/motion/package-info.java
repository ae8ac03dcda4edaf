/**
 * Where a person really is at any instant: plans of stays and trips through the city. Pure, immutable and free of randomness; what a
 * satellite receiver makes of it is the business of {@link org.guitu.simulators.noise}.
 */
@NullMarked
package org.guitu.simulators.motion;

import org.jspecify.annotations.NullMarked;
