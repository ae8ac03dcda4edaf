package org.guitu.web.demo;

import java.nio.file.Path;
import java.util.Optional;
import org.guitu.ingest.postgres.LocalCluster;

/** The demo that runs on this machine in its usual folder, for the commands that work beside it. */
public final class RunningDemo {

    private RunningDemo() {}

    /** JDBC address of its database; empty when no demo runs there, or its folder is not ours to read. */
    public static Optional<String> databaseUrl() {
        Path root = DemoFolder.byDefault(System.getProperty("user.name"), Path.of(System.getProperty("user.home")));
        return LocalCluster.runningUrl(new DemoFolder(root).cluster());
    }
}
