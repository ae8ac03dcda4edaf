package org.guitu.ingest.log;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the database takes what we give it, as those who write find out. Thread-safe. */
public final class Storing {

    private static final Logger LOG = LoggerFactory.getLogger(Storing.class);

    private final Set<Object> failing = ConcurrentHashMap.newKeySet();

    /** False while anyone's last try failed. */
    public boolean now() {
        return failing.isEmpty();
    }

    /** This writer's try failed: it waits and tries again. */
    public void failed(Object writer, Throwable why) {
        if (failing.add(writer) && failing.size() == 1) {
            LOG.error("the database does not store: reports wait and nobody is acknowledged", why);
        }
    }

    /** This writer's try succeeded. */
    public void succeeded(Object writer) {
        if (!failing.isEmpty() && failing.remove(writer) && failing.isEmpty()) {
            LOG.info("the database stores again");
        }
    }
}
