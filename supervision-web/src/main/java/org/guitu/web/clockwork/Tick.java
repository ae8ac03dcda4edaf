package org.guitu.web.clockwork;

import java.time.Instant;

/** Something the clock does for cases. Running it twice at one instant does nothing more; what it missed while we were down it makes up. */
public interface Tick {

    /** For logs and the lock that keeps two processes from doing it at once. */
    String name();

    void run(Instant now);
}
