package org.guitu.simulators.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes one day as the two files {@code ./guitu replay} reads, {@code zones.geojson} and {@code track.csv}, and the truth beside them in
 * {@code truth.csv}. Arguments: folder, seed, family (mild, default or harsh; default if absent).
 */
public final class LabMain {

    private LabMain() {}

    public static void main(String[] args) {
        if (args.length < 2) {
            throw new IllegalArgumentException("arguments: FOLDER SEED [mild|default|harsh]");
        }
        String family = args.length > 2 ? args[2] : "default";
        LabDay day = LabDay.of(LabFamily.valueOf(family.toUpperCase(Locale.ROOT)), Long.parseLong(args[1]));
        Path folder = Path.of(args[0]);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("zones.geojson"), LabFiles.zones(day), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("track.csv"), LabFiles.track(day), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("truth.csv"), LabFiles.truth(day), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write to " + folder, failed);
        }
    }
}
