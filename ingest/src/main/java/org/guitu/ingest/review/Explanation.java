package org.guitu.ingest.review;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.judgement.Traced;
import org.jspecify.annotations.Nullable;

/**
 * Why a finding stands.
 *
 * @param subjectId about whom, or which pair
 * @param finding as it stands, with the fixes that convinced and those that ended it
 * @param raisedAt when the platform could know
 * @param standing false once it has been taken back
 * @param retractionReason why it was taken back
 * @param retrospective whether it had already ended when its evidence arrived
 * @param bookVersion the rules it was judged by
 * @param trace every fix from a while before its beginning to a while after its end, at most {@link #TRACE_MAX}, with what it came to. Empty for what
 *     a device raised itself, for what is judged by arrival, and where the positions are no longer kept
 * @param history what became of it, oldest first
 */
public record Explanation(
        long findingId,
        long subjectId,
        Finding finding,
        Instant raisedAt,
        boolean standing,
        @Nullable String retractionReason,
        boolean retrospective,
        long bookVersion,
        OptionalLong mergedInto,
        List<Traced> trace,
        List<Change> history) {

    /** How many fixes a trace has at most: of a longer finding the first and the last are told. */
    public static final int TRACE_MAX = 2_000;

    /**
     * One revision of it.
     *
     * @param change OPENED, UPDATED, ENDED, RETRACTED, MERGED or SPLIT
     */
    public record Change(Instant at, String change, Instant startedAt, @Nullable Instant endedAt, String note) {}

    public Explanation {
        trace = List.copyOf(trace);
        history = List.copyOf(history);
    }
}
