package org.guitu.geofence.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.guitu.geofence.judgement.Checkpoint;
import org.guitu.geofence.judgement.Fold;
import org.guitu.geofence.judgement.Judge;
import org.guitu.geofence.rule.RuleBook;
import org.guitu.geofence.track.Fix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * How fast does one core judge fixes against a person's own five zones, evidence included?
 *
 * <p>Run: {@code mvn -q -pl geofence test-compile exec:exec@jmh -Djmh.args=JudgeBenchmark}
 */
@State(Scope.Benchmark)
public class JudgeBenchmark {

    private final List<Fix> month = Workload.month(1);
    private final Judge judge = Workload.judge();
    private RuleBook book = RuleBook.empty();

    @Param({"ORDINARY", "DETAILED"})
    public Workload.Zones zones = Workload.Zones.ORDINARY;

    @Setup
    public void prepare() {
        book = Workload.book(zones);
    }

    /** One fix of a stream. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @OperationsPerInvocation(Workload.MONTH_FIXES)
    public Fold fix() {
        return judge.fold(Checkpoint.start(), month, book, month.getLast().at());
    }

    /** The whole month anew, as after a late report or a corrected zone. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Fold month() {
        return judge.fold(Checkpoint.start(), month, book, month.getLast().at());
    }
}
