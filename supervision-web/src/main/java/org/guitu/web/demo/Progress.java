package org.guitu.web.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Says each step as it begins, in Chinese and English, with the seconds since the start. */
final class Progress {
    private final PrintStream out;
    private final InstantSource clock;
    private final Instant begun;

    Progress(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.begun = clock.instant();
    }

    void step(String chinese, String english) {
        double seconds = Duration.between(begun, clock.instant()).toMillis() / 1000.0;
        out.printf("%5.1f s  %s · %s%n", seconds, chinese, english);
        out.flush();
    }

    void say(String text) {
        out.println(text);
        out.flush();
    }
}
