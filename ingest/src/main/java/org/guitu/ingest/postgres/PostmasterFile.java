package org.guitu.ingest.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says. Its lines are: process id, data folder, start time, port, socket folder, address,
 * shared memory, status (PostgreSQL source, {@code miscadmin.h}, "LOCK_FILE_LINE_").
 */
record PostmasterFile(Path file) {

    static PostmasterFile in(Path data) {
        return new PostmasterFile(data.resolve("postmaster.pid"));
    }

    /** The live server of this very data folder; empty when none runs, whatever a file left behind may say. */
    Optional<ProcessHandle> server() {
        return line(0).flatMap(PostmasterFile::number)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(this::servesThisFolder);
    }

    Optional<Integer> port() {
        return line(3).flatMap(PostmasterFile::number).map(Long::intValue);
    }

    /**
     * Deletes a file that a killed server left behind. PostgreSQL does so itself unless the number has meanwhile gone to
     * another process of the same user, which happens soon in a container, where numbers start from 1.
     */
    void deleteIfStale() throws IOException {
        if (Files.exists(file) && server().isEmpty()) {
            Files.delete(file);
        }
    }

    private boolean servesThisFolder(ProcessHandle process) {
        try {
            String command = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
            return command.contains("postgres") && command.contains(String.valueOf(file.getParent()));
        } catch (IOException noProcFolder) {
            return process.info()
                    .command()
                    .map(name -> name.contains("postgres"))
                    .orElse(true);
        }
    }

    private Optional<String> line(int index) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() > index ? Optional.of(lines.get(index).strip()) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
