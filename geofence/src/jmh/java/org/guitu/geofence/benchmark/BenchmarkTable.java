package org.guitu.geofence.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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

    /** Benchmark, question, budget; in the order of the table. */
    private static final List<String[]> ROWS = List.of(
            row("JudgeBenchmark.fix", "a fix against a person's own 5 zones, evidence included", "≥ 800,000 /s"),
            row("OwnZonesBenchmark.signedDistance", "the same zones: signed distances alone", ""),
            row("OwnZonesBenchmark.rayCrossing", "the same zones: box and ray crossing, flat arrays", ""),
            row("OwnZonesBenchmark.jtsPrepared", "the same zones: JTS `PreparedGeometry.covers`", ""),
            row("OwnZonesBenchmark.jtsPlain", "the same zones: JTS `covers`", ""),
            row(
                    "JudgeBenchmark.month",
                    "a person-month (43,200 fixes) re-folded, 5 rules, evidence included",
                    "≤ 100 ms"),
            row("PlaceIndexBenchmark.placeIndex 1000", "a fix against 1,000 places", ""),
            row("PlaceIndexBenchmark.placeIndex 10000", "a fix against 10,000 places", ""),
            row("PlaceIndexBenchmark.placeIndex 100000", "a fix against 100,000 places", "≤ 5 µs"),
            row("PlaceIndexBenchmark.placeIndex 1000000", "a fix against 1,000,000 places", "growth ≤ log n"),
            row("PlaceIndexBenchmark.jtsTree 1000", "JTS `STRtree` of prepared geometries, 1,000", ""),
            row("PlaceIndexBenchmark.jtsTree 10000", "JTS `STRtree` of prepared geometries, 10,000", ""),
            row("PlaceIndexBenchmark.jtsTree 100000", "JTS `STRtree` of prepared geometries, 100,000", ""),
            row("PlaceIndexBenchmark.jtsTree 1000000", "JTS `STRtree` of prepared geometries, 1,000,000", ""));

    private final Map<String, String> measured = new TreeMap<>();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private BenchmarkTable() {}

    public static void main(String[] args) throws RunnerException, CommandLineOptionException, IOException {
        var table = new BenchmarkTable();
        List<String> words = Arrays.asList(args);
        boolean brief = words.contains(SHORT);
        table.run(brief, words.stream().filter(word -> !word.equals(SHORT)).toArray(String[]::new));
        table.print(brief);
    }

    private static String[] row(String benchmark, String question, String budget) {
        return new String[] {benchmark, question, budget};
    }

    private void run(boolean brief, String[] args) throws RunnerException, CommandLineOptionException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(new CommandLineOptions(args))
                .jvmArgsAppend("-Xms4g", "-Xmx8g", "-XX:+UseSerialGC")
                .forks(1)
                .warmupIterations(brief ? 1 : 5)
                .measurementIterations(brief ? 2 : 5)
                .warmupTime(TimeValue.seconds(brief ? 1 : 2))
                .measurementTime(TimeValue.seconds(brief ? 1 : 2));
        Collection<RunResult> results = new Runner(options.build()).run();
        for (RunResult result : results) {
            String[] name = result.getParams().getBenchmark().split("\\.");
            String places = result.getParams().getParam("places");
            measured.put(
                    name[name.length - 2] + "." + name[name.length - 1] + (places == null ? "" : " " + places),
                    told(result.getPrimaryResult()));
        }
    }

    private static String told(Result<?> result) {
        boolean rate = result.getScoreUnit().startsWith("ops/");
        String unit = rate ? "/s" : result.getScoreUnit().replace("/op", "").replace("us", "µs");
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
        out.println("| question, one core | measured | budget |");
        out.println("|---|---|---|");
        for (String[] row : ROWS) {
            if (measured.containsKey(row[0])) {
                print(row[1], measured.get(row[0]), row[2]);
            }
        }
        if (measured.size() == ROWS.size()) {
            printMemory();
        }
    }

    private void printMemory() {
        print("memory: index of 100,000 places", megabytes(Memory.indexBytes()), "< 200 MB");
        print("memory: 100,000 prepared JTS geometries", megabytes(Memory.preparedGeometriesBytes()), "");
        print(
                "memory: a watched subject, 5 rules, beyond its zones",
                String.format(Locale.ROOT, "%,d bytes", Memory.subjectBytes(Workload::month)),
                "≤ 4 KiB");
        print(
                "memory: the same while two rules are being broken",
                String.format(Locale.ROOT, "%,d bytes", Memory.subjectBytes(Workload::monthEndingAway)),
                "≤ 4 KiB");
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
