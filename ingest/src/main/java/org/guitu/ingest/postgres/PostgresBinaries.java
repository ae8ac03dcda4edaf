package org.guitu.ingest.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The server programs of one installed PostgreSQL.
 *
 * @param folder where {@code initdb} and {@code pg_ctl} lie
 * @param major the major version, 15 or newer
 * @param postgis whether the PostGIS extension lies beside it
 */
public record PostgresBinaries(Path folder, int major, boolean postgis) {

    /** The oldest version whose SQL Guitu uses. */
    public static final int OLDEST_MAJOR = 15;

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    /** The best installed server: one with PostGIS before one without, then the newest. Empty when there is none. */
    public static Optional<PostgresBinaries> find() {
        return candidates().stream()
                .flatMap(folder -> inspect(folder).stream())
                .filter(found -> found.major >= OLDEST_MAJOR)
                .max(Comparator.comparing(PostgresBinaries::postgis).thenComparingInt(PostgresBinaries::major));
    }

    /** As {@link #find()}, with PostGIS; otherwise refuses with what to install. */
    public static PostgresBinaries get() {
        PostgresBinaries found = find().orElseThrow(
                        () -> new ClusterException(
                                "PostgreSQL 15 or newer was not found. Install it: apt-get install postgresql-15 postgresql-15-postgis-3"));
        if (!found.postgis) {
            throw new ClusterException(
                    "PostgreSQL %d in %s has no PostGIS. Install it: apt-get install postgresql-%d-postgis-3"
                            .formatted(found.major, found.folder, found.major));
        }
        return found;
    }

    /** Whether the named extension lies beside the server, ready for CREATE EXTENSION. */
    public boolean offers(String extension) {
        return hasExtension(folder, major, extension);
    }

    String program(String name) {
        return folder.resolve(name).toString();
    }

    private static List<Path> candidates() {
        List<Path> folders = new ArrayList<>();
        String path = System.getenv().getOrDefault("PATH", "");
        for (String entry : path.split(File.pathSeparator, -1)) {
            if (!entry.isBlank()) {
                folders.add(Path.of(entry));
            }
        }
        // Debian keeps the server programs out of PATH; the others are the usual folders of RPM systems and Homebrew.
        folders.addAll(children(Path.of("/usr/lib/postgresql"), "", "bin"));
        folders.addAll(children(Path.of("/usr"), "pgsql-", "bin"));
        folders.addAll(children(Path.of("/opt/homebrew/opt"), "postgresql@", "bin"));
        return folders.stream().filter(PostgresBinaries::hasPrograms).distinct().toList();
    }

    private static List<Path> children(Path parent, String prefix, String below) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(prefix))
                    .map(entry -> entry.resolve(below))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static boolean hasPrograms(Path folder) {
        return Stream.of("initdb", "pg_ctl", "postgres").allMatch(name -> Files.isExecutable(folder.resolve(name)));
    }

    private static Optional<PostgresBinaries> inspect(Path folder) {
        try {
            Matcher version = VERSION.matcher(
                    Command.output(List.of(folder.resolve("postgres").toString(), "--version")));
            if (!version.find()) {
                return Optional.empty();
            }
            int major = Integer.parseInt(version.group(1));
            return Optional.of(new PostgresBinaries(folder, major, hasExtension(folder, major, "postgis")));
        } catch (ClusterException broken) {
            return Optional.empty();
        }
    }

    private static boolean hasExtension(Path folder, int major, String extension) {
        List<Path> shared = new ArrayList<>(
                List.of(Path.of("/usr/share/postgresql", String.valueOf(major)), folder.resolveSibling("share")));
        Path config = folder.resolve("pg_config");
        if (Files.isExecutable(config)) {
            shared.add(Path.of(
                    Command.output(List.of(config.toString(), "--sharedir")).strip()));
        }
        return shared.stream()
                .anyMatch(share -> Files.exists(share.resolve("extension").resolve(extension + ".control")));
    }
}
