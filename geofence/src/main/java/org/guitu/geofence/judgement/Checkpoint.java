package org.guitu.geofence.judgement;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.guitu.geofence.evidence.Belief;
import org.guitu.geofence.evidence.Sighting;
import org.guitu.geofence.rule.Aspect;
import org.guitu.geofence.track.Fix;

/**
 * The state of one subject's judgement after a fix, or at the start of a day: a cache, never the truth. Immutable. It holds nothing that only
 * the clock has done since the newest fix: that is told anew by every fold, so it makes no difference how often the judge is called.
 */
public final class Checkpoint {

    private static final Checkpoint START =
            new Checkpoint(Instant.MIN, Long.MIN_VALUE, true, 0, List.of(), new Line(OptionalLong.empty()), List.of());

    private final Instant at;
    private final long contentHash;
    private final boolean dayStart;
    private final long bookVersion;
    private final List<Sighting> sightings;
    private final Line facts;
    private final List<KeptRule> rules;

    /** One rule's part; never handed out but as a copy. */
    record KeptRule(Aspect aspect, Line line, Belief belief, Attendance attendance) {
        KeptRule copy() {
            return new KeptRule(aspect, line.copy(), belief.copy(), attendance.copy());
        }
    }

    /** Takes ownership of what it is given. */
    Checkpoint(
            Instant at,
            long contentHash,
            boolean dayStart,
            long bookVersion,
            List<Sighting> sightings,
            Line facts,
            List<KeptRule> rules) {
        this.at = at;
        this.contentHash = contentHash;
        this.dayStart = dayStart;
        this.bookVersion = bookVersion;
        this.sightings = List.copyOf(sightings);
        this.facts = facts;
        this.rules = List.copyOf(rules);
    }

    /** Nothing folded yet; {@link #at()} is {@link Instant#MIN}. */
    public static Checkpoint start() {
        return START;
    }

    /** Device time up to which everything is folded: of the newest fix, or the start of a day with no fix of that day in it. */
    public Instant at() {
        return at;
    }

    /**
     * Whether the fix lies at or before this checkpoint: it cannot be folded from here. It is a duplicate, or late and needs a fold from an
     * earlier checkpoint.
     */
    public boolean covers(Fix fix) {
        int byTime = fix.at().compareTo(at);
        return byTime < 0 || (byTime == 0 && !dayStart && fix.contentHash() <= contentHash);
    }

    /** The rule book it was folded by. */
    public long bookVersion() {
        return bookVersion;
    }

    /** A compact, versioned binary form. */
    public byte[] toBytes() {
        return CheckpointCodec.toBytes(this);
    }

    /**
     * Reads {@link #toBytes()}.
     *
     * @throws IllegalArgumentException if the bytes are damaged or of another version: fold from the start then
     */
    public static Checkpoint ofBytes(byte[] bytes) {
        return CheckpointCodec.ofBytes(bytes);
    }

    long contentHash() {
        return contentHash;
    }

    boolean dayStart() {
        return dayStart;
    }

    List<Sighting> sightings() {
        return sightings;
    }

    Line facts() {
        return facts.copy();
    }

    List<KeptRule> rules() {
        return rules.stream().map(KeptRule::copy).toList();
    }
}
