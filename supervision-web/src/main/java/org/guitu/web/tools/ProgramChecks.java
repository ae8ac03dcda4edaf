package org.guitu.web.tools;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guitu.ingest.postgres.PostgresBinaries;
import org.guitu.web.papers.PaperFonts;

/** Looks for the programs that building, testing and the demo need. */
final class ProgramChecks {
    private static final int OLDEST_JDK = 25;
    private static final List<String> CHROMIUM =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

    private ProgramChecks() {}

    static List<Check> all() {
        return List.of(jdk(), maven(), postgres(), timescale(), chromium(), font());
    }

    private static Check jdk() {
        String found = Runtime.version() + " · " + System.getProperty("java.home");
        return Runtime.version().feature() >= OLDEST_JDK
                ? Check.ok("JDK", found)
                : Check.missing("JDK", found, "https://adoptium.net/temurin/releases/?version=" + OLDEST_JDK);
    }

    private static Check maven() {
        return inPath("mvn")
                .map(path -> Check.ok("Maven", path.toString()))
                .orElseGet(() -> Check.missing("Maven", "3.8.6+", "apt-get install -y maven"));
    }

    private static Check postgres() {
        String name = "PostgreSQL + PostGIS";
        Optional<PostgresBinaries> found = PostgresBinaries.find();
        if (found.isEmpty()) {
            return Check.missing(name, "15+ / 3", "apt-get install -y postgresql-15 postgresql-15-postgis-3");
        }
        PostgresBinaries binaries = found.get();
        String where = binaries.major() + " · " + binaries.folder();
        return binaries.postgis()
                ? Check.ok(name, where)
                : Check.missing(name, where, "apt-get install -y postgresql-%d-postgis-3".formatted(binaries.major()));
    }

    private static Check timescale() {
        String name = "TimescaleDB";
        return PostgresBinaries.find()
                        .filter(found -> found.offers("timescaledb"))
                        .isPresent()
                ? Check.ok(name, "")
                : Check.optional(name, "没有时由程序自己按日分区 without it Guitu keeps daily partitions itself", "");
    }

    private static Check chromium() {
        return CHROMIUM.stream()
                .flatMap(name -> inPath(name).stream())
                .findFirst()
                .map(path -> Check.ok("Chromium", path.toString()))
                .orElseGet(() -> Check.optional("Chromium", "./guitu test", "apt-get install -y chromium"));
    }

    /** Without one the server runs and refuses to issue papers. */
    private static Check font() {
        String name = "中文字体 Chinese font";
        return PaperFonts.usable(Optional.ofNullable(System.getenv(PaperFonts.VARIABLE))).stream()
                .findFirst()
                .map(path -> Check.ok(name, path.toString()))
                .orElseGet(() -> Check.optional(
                        name,
                        "没有时无法开具文书 without one no papers are issued",
                        "apt-get install -y " + PaperFonts.PACKAGE + " · " + PaperFonts.VARIABLE));
    }

    private static Optional<Path> inPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
