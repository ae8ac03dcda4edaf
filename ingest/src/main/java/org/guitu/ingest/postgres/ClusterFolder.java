package org.guitu.ingest.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The folder of one private cluster: marker, lock, password, settings and the server's data. */
record ClusterFolder(Path root, ServerUser user) {
    private static final String MARKER = "guitu-cluster";
    private static final String SETTINGS = """
            # Written by Guitu at every start. A report is acknowledged when it is stored: durability stays on.
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 120
            max_locks_per_transaction = 256
            shared_buffers = 128MB
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_min_messages = warning
            log_min_error_statement = panic
            jit = off
            """;

    Path data() {
        return root.resolve("data");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    /** True for a folder that a cluster was made in; only such a folder is ever deleted. */
    static boolean isMarked(Path root) {
        return Files.isRegularFile(root.resolve(MARKER));
    }

    /** Makes the folder if it is absent or empty; refuses one that holds anything else. */
    void prepare() throws IOException {
        if (!isMarked(root)) {
            Files.createDirectories(root);
            try (Stream<Path> entries = Files.list(root)) {
                if (entries.findAny().isPresent()) {
                    throw new ClusterException(root + " is not empty and was not made by Guitu: choose another folder");
                }
            }
            Files.writeString(root.resolve(MARKER), "A private PostgreSQL cluster of Guitu.\n");
        }
        user.own(root);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        user.requireReach(root);
    }

    /** Held as long as the cluster is in use, and let go by the system if this process is killed. */
    FileLock lock() throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // Told below, as for any other holder.
        }
        channel.close();
        throw new ClusterException("another Guitu uses the database in " + root);
    }

    boolean isInitialised() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    Path passwordFile() {
        return root.resolve("password");
    }

    /** A fresh random password, readable by the server's user alone. */
    void writePassword() throws IOException {
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile());
        Files.createFile(
                passwordFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile(), HexFormat.of().formatHex(random));
        user.own(passwordFile());
    }

    String readPassword() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    void writeSettings() throws IOException {
        Path settings = data().resolve("guitu.conf");
        Files.writeString(settings, SETTINGS);
        user.own(settings);
        Path main = data().resolve("postgresql.conf");
        String line = "include 'guitu.conf'\n";
        if (!Files.readString(main).endsWith(line)) {
            Files.writeString(main, line, StandardOpenOption.APPEND);
        }
    }

    static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(tree)) {
            entries.sorted(Comparator.reverseOrder()).forEach(entry -> {
                try {
                    Files.delete(entry);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }
}
