package org.guitu.ingest.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.guitu.geofence.judgement.Finding;
import org.guitu.geofence.judgement.Traced;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.schedule.Span;
import org.guitu.ingest.registry.PlaceSpec;
import org.jspecify.annotations.Nullable;

/**
 * Why a finding stands.
 *
 * @param about whom
 * @param finding as it stands, with the fixes that convinced and those that ended it
 * @param raisedAt when the platform could know
 * @param standing false once it has been taken back
 * @param retractionReason why it was taken back
 * @param retrospective whether it had already ended when its evidence arrived
 * @param bookVersion the rules it was judged by
 * @param rule as it stood when the finding was confirmed; empty for what a device raised itself
 * @param place which place of a group
 * @param heard what was heard, for what is judged by arrival
 * @param trace every fix from a while before its beginning to a while after its end, at most {@link #TRACE_MAX}, with what it came to. Empty for what
 *     a device raised itself, for what is judged by arrival, and where the positions are no longer kept
 * @param history what became of it, oldest first
 */
public record Explanation(
        long findingId,
        About about,
        Finding finding,
        Instant raisedAt,
        boolean standing,
        @Nullable String retractionReason,
        boolean retrospective,
        long bookVersion,
        Optional<Rule> rule,
        Optional<PlaceSpec> place,
        Optional<Heard> heard,
        OptionalLong mergedInto,
        List<Traced> trace,
        List<Change> history) {

    /** How many fixes a trace has at most: of a longer finding the first and the last are told. */
    public static final int TRACE_MAX = 2_000;

    /**
     * Whom a finding is about, and when.
     *
     * @param personId the person, or the first of two
     * @param otherPersonId the second of two; empty for the two devices of one
     * @param pair whether two devices are judged: the trace then tells of distances, its places are those of the one seen from the other
     */
    public record About(
            long personId,
            OptionalLong otherPersonId,
            boolean pair,
            Instant from,
            @Nullable Instant to) {}

    /**
     * What was heard of a device that was silent or blind.
     *
     * @param lastPacketAt when the last packet before the end arrived; null for none
     * @param lastFixAt when the last packet with a valid fix did
     * @param downtime when the platform did not listen meanwhile
     */
    public record Heard(
            @Nullable Instant lastPacketAt, @Nullable Instant lastFixAt, List<Span> downtime) {
        public Heard {
            downtime = List.copyOf(downtime);
        }
    }

    /**
     * One revision of it.
     *
     * @param change OPENED, UPDATED, ENDED, RETRACTED, MERGED or SPLIT
     */
    public record Change(
            Instant at,
            String change,
            Instant startedAt,
            @Nullable Instant endedAt,
            String note) {}

    public Explanation {
        trace = List.copyOf(trace);
        history = List.copyOf(history);
    }
}
