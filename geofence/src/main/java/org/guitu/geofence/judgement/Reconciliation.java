package org.guitu.geofence.judgement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a fold finds with what already stands, per (kind, rule) and by overlap: the oldest standing finding keeps its identity;
 * splits, merges and retractions are recorded, never deleted. Any order of arrival ends in the same standing findings.
 */
public final class Reconciliation {

    /** Why a finding was taken back: with all that is known now, the evidence does not carry it. */
    public static final String NOT_SUPPORTED = "not-supported";

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

    /** What findings are compared within. */
    private record Key(FindingKind kind, OptionalLong ruleId) {
        static Key of(Finding finding) {
            return new Key(finding.kind(), finding.ruleId());
        }
    }

    /**
     * The revisions that bring {@code standing} to what {@code fold} found; empty if nothing changed.
     *
     * @param standing the standing findings of the subject that are open or ended after {@link Fold#from()}; more do no harm
     * @param fold the fold whose findings are to stand from now on
     */
    public static List<Revision> reconcile(List<Standing> standing, Fold fold) {
        Map<Key, Instant> settled = new HashMap<>();
        fold.settled().forEach(s -> settled.put(new Key(s.kind(), s.ruleId()), s.until()));
        Map<Key, List<Standing>> standingByKey = new LinkedHashMap<>();
        for (Standing stands : standing) {
            Key key = Key.of(stands.finding);
            if (concerns(stands.finding, fold.from(), settled.get(key))) {
                standingByKey.computeIfAbsent(key, k -> new ArrayList<>()).add(stands);
            }
        }
        Map<Key, List<Finding>> judgedByKey = new LinkedHashMap<>();
        for (Finding finding : fold.findings()) {
            judgedByKey.computeIfAbsent(Key.of(finding), k -> new ArrayList<>()).add(finding);
        }
        var revisions = new ArrayList<Revision>();
        judgedByKey.forEach((key, judged) -> {
            List<Standing> stands = standingByKey.remove(key);
            match(stands == null ? List.of() : stands, judged, revisions);
        });
        standingByKey.values().forEach(stands -> match(stands, List.of(), revisions));
        return List.copyOf(revisions);
    }

    /** A finding that had ended before the fold's reach, or that the checkpoint already took as ended, stays as it is. */
    private static boolean concerns(Finding finding, Instant from, @Nullable Instant settledUntil) {
        boolean reached = finding.end() == null || finding.end().isAfter(from);
        return reached && (settledUntil == null || !finding.start().isBefore(settledUntil));
    }

    private static void match(List<Standing> stands, List<Finding> judged, List<Revision> revisions) {
        List<Standing> oldestFirst =
                stands.stream().sorted(Comparator.comparingLong(Standing::id)).toList();
        Map<Finding, Long> ids = new HashMap<>();
        Set<Long> taken = new HashSet<>();
        for (Finding finding : judged) {
            Standing oldest = first(oldestFirst, finding, taken);
            if (oldest != null) {
                ids.put(finding, oldest.id);
                taken.add(oldest.id);
                if (!oldest.finding.equals(finding)) {
                    revisions.add(new Revision.Update(oldest.id, finding));
                }
            }
        }
        for (Finding finding : judged) {
            if (!ids.containsKey(finding)) {
                Standing parent = first(oldestFirst, finding, Set.of());
                revisions.add(parent == null ? new Revision.Open(finding) : new Revision.Split(finding, parent.id));
            }
        }
        for (Standing lost : oldestFirst) {
            if (!taken.contains(lost.id)) {
                Long into = judged.stream()
                        .filter(finding -> ids.containsKey(finding) && overlap(finding, lost.finding))
                        .map(ids::get)
                        .findFirst()
                        .orElse(null);
                revisions.add(
                        into == null
                                ? new Revision.Retract(lost.id, NOT_SUPPORTED)
                                : new Revision.Merge(lost.id, into));
            }
        }
    }

    private static @Nullable Standing first(List<Standing> oldestFirst, Finding finding, Set<Long> except) {
        for (Standing candidate : oldestFirst) {
            if (!except.contains(candidate.id) && overlap(candidate.finding, finding)) {
                return candidate;
            }
        }
        return null;
    }

    private static boolean overlap(Finding a, Finding b) {
        return a.start().equals(b.start()) || (begins(a, b) && begins(b, a));
    }

    private static boolean begins(Finding one, Finding beforeEndOf) {
        return beforeEndOf.end() == null || one.start().isBefore(beforeEndOf.end());
    }
}
