package org.guitu.geofence.judgement;

import java.util.List;

/**
 * Compares what a fold finds with what already stands, per (kind, rule) and by overlap: the oldest standing finding keeps its identity;
 * splits, merges and retractions are recorded, never deleted. Any order of arrival ends in the same standing findings.
 */
public final class Reconciliation {

    private Reconciliation() {}

    /** A finding as it stands in the store. */
    public record Standing(long id, Finding finding) {}

    /** One act that brings the store to what the fold found. */
    public sealed interface Revision {
        /** Nothing like it stands: give it an identity. */
        record Open(Finding finding) implements Revision {}

        /** The same finding, with more or other evidence, another start or end. */
        record Update(long id, Finding finding) implements Revision {}

        /** Later truth does not support it. */
        record Retract(long id, String reason) implements Revision {}

        /** It has turned out to be part of an older one. */
        record Merge(long id, long into) implements Revision {}

        /** It has turned out to be several: a new finding beside the old identity. */
        record Split(Finding finding, long from) implements Revision {}
    }

    /**
     * The revisions that bring {@code standing} to what {@code fold} found; empty if nothing changed.
     *
     * @param standing the standing findings of the subject that are open or ended after {@link Fold#from()}; more do no harm
     * @param fold the fold whose findings are to stand from now on
     */
    public static List<Revision> reconcile(List<Standing> standing, Fold fold) {
        throw new UnsupportedOperationException();
    }
}
