package org.guitu.ingest.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A private PostgreSQL cluster in one folder. The first {@link #start()} makes it, later ones keep its data. The port is
 * chosen once for the life of this object, so a pool finds the server again after {@link #kill()} and {@link #start()}.
 *
 * <p>One process at a time may hold a folder. A server left running by a process that was killed is taken over, since the
 * lock of the folder proves that nobody else owns it. Methods may be called from any thread, one at a time.
 */
public final class LocalCluster implements AutoCloseable {
    private static final String USER = "guitu";
    private static final Duration STOP_WAIT = Duration.ofSeconds(20);

    private final PostgresBinaries binaries;
    private final ClusterFolder folder;
    private final FileLock lock;
    private int port;

    private LocalCluster(PostgresBinaries binaries, ClusterFolder folder, FileLock lock) {
        this.binaries = binaries;
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Takes hold of a folder, absent, empty or made by an earlier run; nothing is started yet.
     *
     * @throws ClusterException when PostgreSQL or PostGIS is missing, the folder is foreign, out of reach or in use
     */
    public static LocalCluster in(Path root) {
        PostgresBinaries binaries = PostgresBinaries.get();
        ClusterFolder folder = new ClusterFolder(root.toAbsolutePath().normalize(), ServerUser.choose());
        try {
            folder.prepare();
            return new LocalCluster(binaries, folder, folder.lock());
        } catch (IOException failed) {
            throw new ClusterException("could not prepare the database folder " + root, failed);
        }
    }

    /** True for a folder that {@link #in} made. */
    public static boolean isClusterFolder(Path root) {
        return ClusterFolder.isMarked(root);
    }

    /** JDBC address of the standing database of the cluster that another process runs in a folder; empty when none does. */
    public static Optional<String> runningUrl(Path root) {
        Path at = root.toAbsolutePath().normalize();
        if (!isClusterFolder(at)) {
            return Optional.empty();
        }
        ClusterFolder folder = new ClusterFolder(at, ServerUser.choose());
        PostmasterFile postmaster = PostmasterFile.in(folder.data());
        return postmaster.server().flatMap(server -> postmaster.port()).map(port -> url(folder, port, USER));
    }

    public synchronized void start() {
        try {
            if (!folder.isInitialised()) {
                initialise();
            }
            PostmasterFile postmaster = PostmasterFile.in(folder.data());
            postmaster.deleteIfStale();
            if (postmaster.server().isPresent()) {
                port = postmaster.port().orElseThrow();
                return;
            }
            folder.writeSettings();
            port = port == 0 ? freePort() : port;
            asServer("pg_ctl", "start", "-w", "-t", "60", "-l", folder.log().toString(), "-o", "-p " + port);
            createDatabaseIfAbsent(USER);
        } catch (ClusterException failed) {
            throw new ClusterException(failed.getMessage() + logTail(), failed);
        } catch (IOException failed) {
            throw new ClusterException("could not start the database in " + folder.root(), failed);
        }
    }

    /** Ends open transactions and stops at once; quiet when nothing runs. */
    public synchronized void stop() {
        if (isRunning()) {
            try {
                asServer("pg_ctl", "stop", "-w", "-t", String.valueOf(STOP_WAIT.toSeconds()), "-m", "fast");
            } catch (ClusterException tooSlow) {
                asServer("pg_ctl", "stop", "-w", "-m", "immediate");
            }
        }
    }

    /** As a power cut: the server and its workers get SIGKILL. For tests of what survives. */
    public synchronized void kill() {
        Optional<ProcessHandle> server = PostmasterFile.in(folder.data()).server();
        server.ifPresent(postmaster -> {
            // The workers first: a live one would keep the shared memory and so refuse the next start.
            List<ProcessHandle> all = Stream.concat(postmaster.descendants(), Stream.of(postmaster))
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(LocalCluster::awaitExit);
        });
    }

    public synchronized void restart() {
        stop();
        start();
    }

    public boolean isRunning() {
        return PostmasterFile.in(folder.data()).server().isPresent();
    }

    public int port() {
        return port;
    }

    public Path folder() {
        return folder.root();
    }

    /** JDBC address of the standing database {@code guitu}, with user and password. */
    public String url() {
        return url(USER);
    }

    /** JDBC address of a database of this cluster, with user and password. */
    public String url(String database) {
        return url(folder, port, database);
    }

    private static String url(ClusterFolder folder, int port, String database) {
        try {
            return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s"
                    .formatted(port, database, USER, folder.readPassword());
        } catch (IOException failed) {
            throw new ClusterException("could not read the password in " + folder.root(), failed);
        }
    }

    /** Stops the server and lets the folder go; the data stays. */
    @Override
    public synchronized void close() {
        try {
            stop();
        } finally {
            letGo();
        }
    }

    /** Stops the server and deletes the folder, which is known to be ours by its marker. */
    public synchronized void delete() {
        try {
            stop();
            ClusterFolder.deleteTree(folder.root());
        } catch (IOException failed) {
            throw new ClusterException("could not delete " + folder.root(), failed);
        } finally {
            letGo();
        }
    }

    /** The folder is free for the next; by itself this is what the death of the process does, the server running on. */
    void letGo() {
        try {
            lock.acquiredBy().close();
        } catch (IOException failed) {
            throw new ClusterException("could not let go of " + folder.root(), failed);
        }
    }

    private void initialise() throws IOException {
        ClusterFolder.deleteTree(folder.data()); // what an initdb that was cut off left behind
        Files.createDirectory(folder.data());
        folder.user().own(folder.data());
        folder.writePassword();
        asServer(
                "initdb",
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile",
                folder.passwordFile().toString(),
                "-E",
                "UTF8",
                "--no-locale",
                "--no-instructions");
    }

    private void createDatabaseIfAbsent(String name) {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
            if (!found.next()) {
                try (Statement create = connection.createStatement()) {
                    create.execute("create database " + name);
                }
            }
        } catch (SQLException failed) {
            throw new ClusterException("could not create the database " + name, failed);
        }
    }

    private void asServer(String program, String... arguments) {
        List<String> command = Stream.concat(
                        Stream.of(binaries.program(program), "-D", folder.data().toString()), Stream.of(arguments))
                .toList();
        Command.output(folder.user().command(command));
    }

    private String logTail() {
        try {
            List<String> lines = Files.readAllLines(folder.log());
            return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
        } catch (IOException noLog) {
            return "";
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static void awaitExit(ProcessHandle process) {
        try {
            process.onExit().get(STOP_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException stillThere) {
            throw new ClusterException("process " + process.pid() + " does not end", stillThere);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while stopping the database", interrupted);
        }
    }
}
