package org.guitu.ingest.kill;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CountDownLatch;
import org.guitu.ingest.IngestAssembly;
import org.guitu.ingest.TestIngest;
import org.guitu.ingest.store.Database;
import org.guitu.ingest.store.DatabaseConfig;

/** Ingest in a process of its own: {@code KillServer JDBC-URL PORT}; port 0 for any. Prints the port and runs until it is killed. */
public final class KillServer {

    private KillServer() {}

    public static void main(String[] args) throws InterruptedException {
        Database database = Database.open(DatabaseConfig.of(args[0]));
        IngestAssembly ingest = IngestAssembly.start(
                TestIngest.config().withPorts(Integer.parseInt(args[1]), -1), database, new SimpleMeterRegistry());
        System.out.println("port " + ingest.port("jt808"));
        new CountDownLatch(1).await();
    }
}
