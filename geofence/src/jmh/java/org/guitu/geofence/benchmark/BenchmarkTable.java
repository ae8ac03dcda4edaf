package org.guitu.geofence.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.guitu.geofence.track.Fix;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks, measures memory, and prints one table for the README. Arguments: {@code short} for a run of two minutes that only shows
 * whether they run; whatever else JMH takes (a name to run that benchmark alone).
 */
public final class BenchmarkTable {

    private static final String SHORT = "short";

    /** In the order of the table. */
    private static final List<Row> ROWS = List.of(
            new Row("JudgeBenchmark.fix", "a fix against a person's own 5 zones, evidence included", "≥ 800,000 /s"),
            new Row("OwnZonesBenchmark.signedDistance", "for scale: signed distances to the zones, no evidence", ""),
            new Row("OwnZonesBenchmark.rayCrossing", "for scale: box and ray crossing, flat arrays", ""),
            new Row("OwnZonesBenchmark.jtsPrepared", "for scale: JTS `PreparedGeometry.covers`", ""),
            new Row("OwnZonesBenchmark.jtsPlain", "for scale: JTS `covers`", ""),
            new Row("JudgeBenchmark.month", "a person-month (43,200 fixes) folded anew, evidence included", "≤ 100 ms"),
            new Row("PlaceIndexBenchmark.placeIndex", "a fix against n places", "≤ 5 µs at 100,000; growth ≤ log n"),
            new Row("PlaceIndexBenchmark.jtsTree", "for scale: JTS `STRtree` of prepared geometries", ""));

    private record Row(String benchmark, String question, String budget) {}

    private final Map<String, List<RunResult>> measured = new TreeMap<>();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private BenchmarkTable() {}

    public static void main(String[] args) throws RunnerException, CommandLineOptionException, IOException {
        var table = new BenchmarkTable();
        List<String> words = Arrays.asList(args);
        boolean brief = words.contains(SHORT);
        table.run(brief, words.stream().filter(word -> !word.equals(SHORT)).toArray(String[]::new));
        table.print(brief);
    }

    private void run(boolean brief, String[] args) throws RunnerException, CommandLineOptionException {
        var asked = new CommandLineOptions(args);
        TimeValue time = TimeValue.seconds(brief ? 1 : 2);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(asked)
                .jvmArgsAppend("-Xms4g", "-Xmx8g", "-XX:+UseSerialGC")
                .forks(asked.getForkCount().orElse(1))
                .warmupIterations(asked.getWarmupIterations().orElse(brief ? 1 : 5))
                .measurementIterations(asked.getMeasurementIterations().orElse(brief ? 2 : 5))
                .warmupTime(asked.getWarmupTime().orElse(time))
                .measurementTime(asked.getMeasurementTime().orElse(time));
        for (RunResult result : new Runner(options.build()).run()) {
            String[] name = result.getParams().getBenchmark().split("\\.");
            measured.computeIfAbsent(name[name.length - 2] + "." + name[name.length - 1], of -> new ArrayList<>())
                    .add(result);
        }
    }

    private static String size(RunResult result) {
        BenchmarkParams params = result.getParams();
        return params.getParamsKeys().stream()
                .map(params::getParam)
                .map(value ->
                        value.matches("\\d+") ? String.format(Locale.ROOT, "n = %,d", Long.valueOf(value)) : value)
                .collect(Collectors.joining(", "))
                .toLowerCase(Locale.ROOT);
    }

    private static String told(Result<?> result) {
        boolean rate = result.getScoreUnit().startsWith("ops/");
        String unit = rate ? "/s" : result.getScoreUnit().replace("/op", "").replace("us", "µs");
        if (Double.isNaN(result.getScoreError())) {
            return String.format(Locale.ROOT, rate ? "%,.0f %s" : "%.2f %s", result.getScore(), unit);
        }
        String form = rate ? "%,.0f ± %,.0f %s" : "%.2f ± %.2f %s";
        return String.format(Locale.ROOT, form, result.getScore(), result.getScoreError(), unit);
    }

    private void print(boolean brief) throws IOException {
        out.printf(
                "%n%s, %d cores, JDK %s, commit %s, %s%s%n%n",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                commit(),
                LocalDate.now(),
                brief ? ", short run" : "");
        out.println("| question, one core | of what size | measured | budget |");
        out.println("|---|---|---|---|");
        for (Row row : ROWS) {
            for (RunResult result : measured.getOrDefault(row.benchmark, List.of())) {
                print(row.question, size(result), told(result.getPrimaryResult()), row.budget);
            }
        }
        if (measured.size() == ROWS.size()) {
            printMemory();
        }
    }

    private void printMemory() {
        print("memory: the index", "n = 100,000", megabytes(Memory.indexBytes()), "< 200 MB");
        print("memory: prepared JTS geometries", "n = 100,000", megabytes(Memory.preparedGeometriesBytes()), "");
        print("memory: a watched subject beyond its zones", "5 rules kept", subject(Workload::month), "≤ 4 KiB");
        print("the same", "2 of 5 being broken", subject(Workload::monthEndingAway), "≤ 4 KiB");
    }

    private static String subject(LongFunction<List<Fix>> month) {
        return String.format(Locale.ROOT, "%,d bytes", Memory.subjectBytes(month));
    }

    private void print(String... cells) {
        out.println("| " + String.join(" | ", cells) + " |");
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }

    private static String processor() throws IOException {
        Path facts = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(facts)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(facts)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static String commit() throws IOException {
        var git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                .redirectErrorStream(true)
                .start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
