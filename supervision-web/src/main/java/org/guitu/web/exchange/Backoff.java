package org.guitu.web.exchange;

import java.time.Duration;

/** How long to wait after a failure: twice as long each time, up to a bound. Pure. */
final class Backoff {

    private Backoff() {}

    /**
     * @param attempts made so far, at least 1
     */
    static Duration after(int attempts, Duration first, Duration max) {
        Duration pause = first;
        for (int i = 1; i < attempts && pause.compareTo(max) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(max) > 0 ? max : pause;
    }
}
