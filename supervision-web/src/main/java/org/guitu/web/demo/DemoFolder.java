package org.guitu.web.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The one folder in which the demo keeps everything: the database cluster and the certificate. A marker file proves that it is
 * ours; nothing without it is ever written into or deleted.
 */
record DemoFolder(Path root) {
    private static final String MARKER = "guitu-demo";

    /** A folder the database's unprivileged user can reach: not below a closed home when the program runs as root. */
    static Path byDefault(String user, Path home) {
        return "root".equals(user) ? Path.of("/var/lib/guitu-demo") : home.resolve(".local/share/guitu/demo");
    }

    /** Makes the folder if it is absent or empty. */
    static DemoFolder prepare(Path chosen) {
        DemoFolder folder = new DemoFolder(chosen.toAbsolutePath().normalize());
        try {
            if (!folder.isOurs()) {
                folder.refuseIfOccupied();
                Files.createDirectories(folder.root);
                Files.writeString(
                        folder.root.resolve(MARKER), "The data of ./guitu demo; --reset deletes this folder.\n");
            }
            return folder;
        } catch (IOException failed) {
            throw new DemoException(
                    "无法写入数据文件夹 " + folder.root + ";请用 --data 另选一个",
                    "cannot write to the data folder " + folder.root + "; choose another with --data");
        }
    }

    /** Deletes the folder if it is ours; an absent one is fine, a foreign one is refused. */
    static void reset(Path chosen) {
        DemoFolder folder = new DemoFolder(chosen.toAbsolutePath().normalize());
        try {
            if (folder.isOurs()) {
                folder.delete();
            } else {
                folder.refuseIfOccupied();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("could not delete " + folder.root, failed);
        }
    }

    Path cluster() {
        return root.resolve("cluster");
    }

    Path keyStore() {
        return root.resolve("demo-tls.p12");
    }

    private boolean isOurs() {
        return Files.isRegularFile(root.resolve(MARKER));
    }

    private void refuseIfOccupied() throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> entries = Files.list(root)) {
            if (entries.findAny().isPresent()) {
                throw new DemoException(
                        root + " 不是空的，也不是演示建立的文件夹；请用 --data 另选一个",
                        root + " is not empty and was not made by the demo; choose another with --data");
            }
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> entries = Files.walk(root)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
