package org.guitu.ingest.pipeline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What the pipeline counts. */
public final class PipelineMeters {

    /** Reports stored for the first time. */
    public static final String STORED = "guitu.pipeline.stored";

    /** Reports that were already stored. */
    public static final String DUPLICATES = "guitu.pipeline.duplicates";

    /** Reports without a possible time, kept and never judged. */
    public static final String UNTIMED = "guitu.pipeline.untimed";

    /** Places dropped because no basis covers them. */
    public static final String UNADMITTED = "guitu.pipeline.unadmitted";

    /** Frames and reports that went to the quarantine. */
    public static final String QUARANTINED = "guitu.pipeline.quarantined";

    /** Judgements that failed; the reports are stored and the subject is folded again later. */
    public static final String JUDGE_FAILURES = "guitu.judge.failures";

    /** Findings opened. */
    public static final String FINDINGS = "guitu.judge.findings";

    /** Late reports that marked their subject for a re-fold. */
    public static final String LATE = "guitu.judge.late";

    /** Time of one re-fold, reading included. */
    public static final String REFOLD = "guitu.judge.refold";

    private final Counter stored;
    private final Counter duplicates;
    private final Counter untimed;
    private final Counter unadmitted;
    private final Counter quarantined;
    private final Counter judgeFailures;
    private final Counter findings;
    private final Counter late;
    private final Timer refold;

    public PipelineMeters(MeterRegistry meters) {
        stored = meters.counter(STORED);
        duplicates = meters.counter(DUPLICATES);
        untimed = meters.counter(UNTIMED);
        unadmitted = meters.counter(UNADMITTED);
        quarantined = meters.counter(QUARANTINED);
        judgeFailures = meters.counter(JUDGE_FAILURES);
        findings = meters.counter(FINDINGS);
        late = meters.counter(LATE);
        refold = meters.timer(REFOLD);
    }

    void count(Sorted sorted, int fresh) {
        stored.increment(fresh);
        duplicates.increment(sorted.positions().size() - fresh);
        untimed.increment(sorted.untimed().size());
        unadmitted.increment(sorted.unadmitted());
        quarantined.increment(sorted.quarantine().size());
    }

    void judgeFailed() {
        judgeFailures.increment();
    }

    void opened() {
        findings.increment();
    }

    void late(int reports) {
        late.increment(reports);
    }

    Timer refold() {
        return refold;
    }
}
