package org.guitu.ingest.feed;

import java.time.Instant;
import java.util.OptionalLong;
import org.guitu.geofence.judgement.FindingKind;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it now stands.
 *
 * @param findingId its identity
 * @param subjectId about whom; of a pair the first
 * @param otherSubjectId the second of a pair, the same person where it is two devices of one
 * @param deviceId whose report convinced, if one device's did
 * @param kind what happened
 * @param ruleId the rule broken; empty for what the device itself raised
 * @param placeName which place of a group the rule is about, by its name; null for any other rule
 * @param startedAt when the violation began
 * @param confirmedAt device time of the fix that convinced
 * @param raisedAt when the platform could know
 * @param endedAt null while it lasts
 * @param depthMeters greatest supported distance on the wrong side
 * @param fixes how many fixes weigh in it
 * @param retrospective whether it had already ended when its evidence arrived: recorded, no siren
 * @param standing false once later truth has taken it back or made it part of another
 * @param retractionReason why it was taken back
 * @param mergedInto the older finding it has turned out to be part of
 * @param splitFrom the finding it was split off
 * @param cursor where it stands in the order of changes
 */
public record FindingRow(
        long findingId,
        long subjectId,
        OptionalLong otherSubjectId,
        OptionalLong deviceId,
        FindingKind kind,
        OptionalLong ruleId,
        @Nullable String placeName,
        Instant startedAt,
        Instant confirmedAt,
        Instant raisedAt,
        @Nullable Instant endedAt,
        double depthMeters,
        int fixes,
        boolean retrospective,
        boolean standing,
        @Nullable String retractionReason,
        OptionalLong mergedInto,
        OptionalLong splitFrom,
        Cursor cursor) {}
