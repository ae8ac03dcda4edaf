package org.guitu.web.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.guitu.web.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

    private static final String HEADER =
            "deviceId,fixTime,receivedTime,lat,lon,valid,accuracyM,speedKmh,courseDeg,satellites,batteryPercent,alarms";
    private static final String SQUARE = """
            {"type":"Feature","properties":{"id":"park","rule":"keep_out"},"geometry":{"type":"Polygon",
             "coordinates":[[[120.0,30.0],[120.01,30.0],[120.01,30.01],[120.0,30.01],[120.0,30.0]]]}}
            """;

    @TempDir
    Path folder;

    @Test
    void aWalkIntoAForbiddenSquareIsOneFinding() throws IOException {
        CommandRun run = replay(collection(SQUARE), walkIn());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith(
                                "{\"deviceId\":\"d1\",\"zoneId\":\"park\",\"rule\":\"keep_out\",\"start\":\"2026-03-01T")
                        .contains("\"end\":null")
                        .contains("\"retrospective\":false"));
    }

    @Test
    void oneBadLineNeverStopsTheRest() throws IOException {
        String track = walkIn().replace(
                        HEADER + "\n",
                        HEADER + "\n"
                                + String.join(
                                        "\n",
                                        "d1,not a time,2026-03-01T08:00:00Z,30,120,true,,,,,,",
                                        "d1,2026-03-01T08:00:00Z,2026-03-01T08:00:00Z,91,120,true,,,,,,",
                                        "d1,2026-03-01T08:00:00Z,2026-03-01T08:00:00Z,30,120,perhaps,,,,,,",
                                        "d1,2026-03-01T08:00:00Z,2026-03-01T08:00:00Z,30,120,true,,,,,,holiday",
                                        "d1,1999-03-01T08:00:00Z,2026-03-01T08:00:00Z,30,120,true,,,,,,",
                                        "d1,2026-03-01T08:00:00Z",
                                        "\"d1,2026-03-01T08:00:00Z,2026-03-01T08:00:00Z,30,120,true,,,,,,",
                                        ",2026-03-01T08:00:00Z,2026-03-01T08:00:00Z,30,120,true,,,,,,",
                                        "\u0000\u0001\ufffd")
                                + "\n");

        CommandRun run = replay(collection(SQUARE), track);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.err().lines()).hasSize(9).allMatch(line -> line.matches("\\{\"line\":\\d+,\"reason\":\".+\"}"));
        assertThat(run.err())
                .contains("{\"line\":2,\"reason\":\"fixTime is not an instant like 2026-01-31T08:00:00Z\"}");
    }

    @Test
    void aPlanToReportIsJudgedByArrival() throws IOException {
        CommandRun run = replay(
                collection(
                        "{\"type\":\"Feature\",\"properties\":{\"id\":\"plan\",\"rule\":\"report_every\",\"fixEveryS\":600,\"sendEveryS\":600,\"bufferS\":900},\"geometry\":null}"),
                HEADER
                        + "\nd1,2026-03-01T08:00:00Z,2026-03-01T08:00:00Z,30,120,true,,,,,,"
                        + "\nd1,2026-03-01T08:10:00Z,2026-03-01T09:00:00Z,30,120,true,,,,,,\n");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("\"zoneId\":\"plan\",\"rule\":\"report_every\",\"start\":\"2026-03-01T08:00:00Z\"")
                        .contains("\"confirmedAt\":\"2026-03-01T08:25:00Z\"")
                        .contains("\"end\":\"2026-03-01T09:00:00Z\""));
    }

    @Test
    void attendanceAndAlternativesAreJudgedToo() throws IOException {
        CommandRun run = replay(
                collection(
                        "{\"type\":\"Feature\",\"properties\":{\"id\":\"class\",\"rule\":\"stay_in\",\"dwellMinutes\":110,\"lengthsM\":[100,100],\"schedule\":{\"timezone\":\"UTC\",\"weekly\":[{\"days\":[\"SUN\"],\"from\":\"08:00\",\"to\":\"10:00\"}]}},\"geometry\":{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[121,31]},{\"type\":\"Point\",\"coordinates\":[122,31]}]}}",
                        "{\"type\":\"Feature\",\"properties\":{\"id\":\"dwell\",\"rule\":\"stay_in\",\"dwellMinutes\":60,\"radiusM\":100},\"geometry\":{\"type\":\"Point\",\"coordinates\":[121,31]}}"),
                walkIn());

        assertThat(run.err())
                .isEqualToIgnoringNewLines(
                        "{\"zone\":2,\"reason\":\"properties.dwellMinutes needs a schedule to be counted in\"}");
        assertThat(run.out()).contains("\"zoneId\":\"class\"");
    }

    @Test
    void oneBadZoneNeverStopsTheRest() throws IOException {
        CommandRun run = replay(
                collection(
                        "{\"type\":\"Feature\",\"properties\":{\"id\":\"x\",\"rule\":\"keep_out\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[120,30]}}",
                        "{\"type\":\"Feature\",\"properties\":{\"id\":\"bow\",\"rule\":\"keep_out\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}}",
                        "{\"type\":\"Feature\",\"properties\":{\"id\":\"z\",\"rule\":\"keep_out\",\"schedule\":{\"timezone\":\"Mars/Olympus\",\"weekly\":[{\"days\":[\"MON\"],\"from\":\"21:00\",\"to\":\"06:00\"}]}},\"geometry\":{\"type\":\"Point\",\"coordinates\":[120,30],\"radiusM\":5}}",
                        "null",
                        "[1,2]",
                        SQUARE),
                walkIn());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.err().lines()).hasSize(5);
        assertThat(run.err()).contains("radiusM").contains("self crossing");
    }

    @Test
    void wrongArgumentsEndWithTwo() throws IOException {
        Path zones = Files.writeString(folder.resolve("zones.geojson"), collection(SQUARE));
        Path track = Files.writeString(folder.resolve("track.csv"), walkIn());
        Path other = Files.writeString(folder.resolve("other.txt"), "who,knows\n1,2\n");

        assertThat(CommandRun.of("replay").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("replay", "--zones", "/nowhere", "--track", track.toString())
                        .exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of("replay", "--zones", other.toString(), "--track", track.toString())
                        .exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of("replay", "--zones", zones.toString(), "--track", other.toString())
                        .err())
                .contains("column deviceId is missing");
        assertThat(CommandRun.of(
                                "replay",
                                "--zones",
                                zones.toString(),
                                "--track",
                                track.toString(),
                                "--until",
                                "tomorrow")
                        .exitCode())
                .isEqualTo(2);
    }

    private CommandRun replay(String zones, String track) throws IOException {
        Path zoneFile = Files.writeString(folder.resolve("zones.geojson"), zones);
        Path trackFile = Files.writeString(folder.resolve("track.csv"), track);
        return CommandRun.of("replay", "--zones", zoneFile.toString(), "--track", trackFile.toString());
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", List.of(features)) + "]}";
    }

    /** From the west into the middle of the square, a fix a minute, twenty minutes in all. */
    private static String walkIn() {
        StringBuilder csv = new StringBuilder(HEADER).append('\n');
        Instant at = Instant.parse("2026-03-01T08:00:00Z");
        for (int i = 0; i < 20; i++) {
            csv.append("d1,%s,%s,30.005,%.6f,true,8,4,90,9,80,%n"
                    .formatted(
                            at.plusSeconds(60L * i), at.plusSeconds(60L * i + 2), 119.995 + Math.min(i, 10) * 0.001));
        }
        return csv.toString();
    }
}
