package org.guitu.ingest.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs one short program to its end and hands back what it printed. */
final class Command {
    private Command() {}

    /** Both outputs together; a non-zero exit is an error whose message carries them. */
    static String output(List<String> command) {
        try {
            // A working folder the unprivileged user may enter, whatever folder the program was started in.
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            if (exit != 0) {
                throw new ClusterException("%s ended with %d: %s".formatted(command, exit, printed.strip()));
            }
            return printed;
        } catch (IOException failed) {
            throw new ClusterException("could not run " + command, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while running " + command, interrupted);
        }
    }
}
