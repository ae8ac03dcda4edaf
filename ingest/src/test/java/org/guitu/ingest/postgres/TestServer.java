package org.guitu.ingest.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The one PostgreSQL server of this test JVM; started at first use, put away when the JVM ends. */
public final class TestServer {
    private static final String ENVIRONMENT = "GUITU_TEST_DATABASE_URL";
    private static final String FOLDER = "guitu-test-";

    private final String adminUrl;
    private final Deque<Runnable> ending = new ArrayDeque<>();

    private TestServer(String adminUrl) {
        this.adminUrl = adminUrl;
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "test-database-end"));
    }

    private static final class Holder {
        static final TestServer SERVER = start();
    }

    public static TestServer get() {
        return Holder.SERVER;
    }

    /** A JDBC address with the right to create databases. */
    public String adminUrl() {
        return adminUrl;
    }

    /** The same server, another database. */
    public String url(String database) {
        return adminUrl.replaceFirst("^(jdbc:postgresql://[^/?]+)(/[^?]*)?", "$1/" + database);
    }

    /** Runs when the JVM ends, the newest first, while the server still answers. */
    public synchronized void atEnd(Runnable action) {
        ending.push(action);
    }

    /** A fresh cluster in a temporary folder, started. */
    public static LocalCluster localCluster() {
        try {
            Path folder = Files.createTempDirectory(FOLDER);
            LocalCluster cluster = LocalCluster.in(folder);
            cluster.start();
            return cluster;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static TestServer start() {
        String given = System.getenv(ENVIRONMENT);
        if (given != null && !given.isBlank()) {
            if (!given.startsWith("jdbc:postgresql://")) {
                throw new IllegalStateException(ENVIRONMENT + " must look like jdbc:postgresql://host:port/db?user=…");
            }
            return new TestServer(given);
        }
        if (DockerEngine.answers()) {
            return new TestServer(DockerEngine.startPostgres());
        }
        sweep();
        LocalCluster cluster = localCluster();
        TestServer server = new TestServer(cluster.url("postgres"));
        server.atEnd(cluster::delete);
        return server;
    }

    private synchronized void end() {
        while (!ending.isEmpty()) {
            ending.pop().run();
        }
    }

    /** Puts away what test JVMs that were killed left behind: ours by marker, nobody's by lock, and not brand-new. */
    private static void sweep() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, FOLDER + "*")) {
            for (Path folder : folders) {
                if (LocalCluster.isClusterFolder(folder) && isOld(folder)) {
                    abandoned(folder).ifPresent(LocalCluster::delete);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isOld(Path folder) throws IOException {
        FileTime made = Files.getLastModifiedTime(folder.resolve("guitu-cluster"));
        return made.toInstant().isBefore(Instant.now().minus(Duration.ofMinutes(2)));
    }

    private static Optional<LocalCluster> abandoned(Path folder) {
        try {
            return Optional.of(LocalCluster.in(folder));
        } catch (ClusterException inUseOrForeign) {
            return Optional.empty();
        }
    }
}
