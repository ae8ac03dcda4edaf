package org.guitu.web.tools;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guitu.geofence.replay.Replay;
import org.guitu.geofence.replay.ReplayRow;
import org.guitu.geofence.rule.DeviceTerms;
import org.guitu.web.http.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code guitu replay}: judges a recorded track offline. Findings go to standard output, a line each; what could not be used goes to
 * standard error, a line each, and the rest goes on.
 */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Judges a recorded track against zones and prints a line per finding.",
            "用给定区域判定一段历史轨迹，逐条输出判定结果(JSON Lines)。"
        })
public final class ReplayCommand implements Callable<Integer> {

    @Option(names = "--zones", required = true, paramLabel = "FILE", description = "GeoJSON FeatureCollection")
    private Path zones = Path.of("");

    @Option(names = "--track", required = true, paramLabel = "FILE", description = "CSV, rows in order of arrival")
    private Path track = Path.of("");

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description = "where the clock stands at the end, e.g. 2026-01-31T08:00:00Z")
    private @Nullable Instant until;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
        Replay replay = new Replay(readZones(), DeviceTerms.defaults());
        PrintWriter out = spec.commandLine().getOut();
        for (Replay.Result result : replay.run(readTrack(), Optional.ofNullable(until))) {
            out.println(line(result));
        }
        out.flush();
        return 0;
    }

    private List<Replay.Zone> readZones() {
        JsonNode root;
        try {
            root = Json.mapper().readTree(Files.readAllBytes(zones));
        } catch (JacksonException malformed) {
            throw refused(zones + " is not JSON");
        } catch (IOException unreadable) {
            throw refused("cannot read " + zones);
        }
        if (!root.path("features").isArray()) {
            throw refused(zones + " is not a FeatureCollection");
        }
        List<Replay.Zone> read = new ArrayList<>();
        int number = 0;
        for (JsonNode feature : root.path("features")) {
            number++;
            try {
                read.add(ZoneFeatures.read(feature));
            } catch (BadInput bad) {
                report("zone", number, bad);
            }
        }
        return read;
    }

    private List<ReplayRow> readTrack() {
        List<ReplayRow> read = new ArrayList<>();
        // Decoding replaces what is no UTF-8 instead of failing, so that one bad line stays one bad line.
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(track), StandardCharsets.UTF_8))) {
            String header = lines.readLine();
            if (header == null) {
                throw refused(track + " is empty");
            }
            TrackRows rows = new TrackRows(header);
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    read(rows, line, number).ifPresent(read::add);
                }
            }
        } catch (BadInput | IllegalArgumentException badHeader) {
            throw refused(track + ": " + badHeader.getMessage());
        } catch (IOException unreadable) {
            throw refused("cannot read " + track);
        }
        return read;
    }

    private Optional<ReplayRow> read(TrackRows rows, String line, int number) {
        try {
            return Optional.of(rows.read(line));
        } catch (BadInput bad) {
            report("line", number, bad);
            return Optional.empty();
        }
    }

    private void report(String what, int number, BadInput bad) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put(what, number).put("reason", bad.getMessage());
        spec.commandLine().getErr().println(json);
    }

    private CommandLine.ParameterException refused(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private static String line(Replay.Result result) {
        Instant end = result.end();
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("deviceId", result.deviceId());
        json.put("zoneId", result.zoneId());
        json.put("rule", result.rule().name().toLowerCase(Locale.ROOT));
        json.put("start", result.start().toString());
        json.put("confirmedAt", result.confirmedAt().toString());
        json.put("raisedAt", result.raisedAt().toString());
        json.put("end", end == null ? null : end.toString());
        json.put("depthM", Math.round(result.depthMeters() * 10) / 10.0);
        json.put("fixes", result.fixes());
        json.put("retrospective", result.retrospective());
        return json.toString();
    }
}
