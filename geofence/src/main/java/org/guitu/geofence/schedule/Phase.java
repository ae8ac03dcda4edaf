package org.guitu.geofence.schedule;

import java.time.Instant;

/**
 * A stretch of time in which a schedule is open, or closed, throughout.
 *
 * @param since inclusive; {@link Instant#MIN} if it has always been so
 * @param until exclusive; {@link Instant#MAX} if it will always be so
 */
public record Phase(boolean open, Instant since, Instant until) {

    /** Open at all times. */
    public static final Phase ALWAYS = new Phase(true, Instant.MIN, Instant.MAX);

    /** Open at no time. */
    public static final Phase NEVER = new Phase(false, Instant.MIN, Instant.MAX);
}
