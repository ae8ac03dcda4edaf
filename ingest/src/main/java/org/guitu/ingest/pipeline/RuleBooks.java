package org.guitu.ingest.pipeline;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guitu.geofence.rule.DeviceTerms;
import org.guitu.geofence.rule.Rule;
import org.guitu.geofence.rule.RuleBook;
import org.jdbi.v3.core.Handle;

/** Reads rule books: rules and the terms of devices. A book of one version never changes, so it is read once. Thread-safe. */
public final class RuleBooks {

    private static final int CACHED = 20_000;

    private final RuleReader reader = new RuleReader(new PlaceGroups());
    private final Map<Long, RuleBook> cache = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, RuleBook> eldest) {
            return size() > CACHED;
        }
    });

    /** A subject's book. Asking for one that cannot be read fails, and is a failed judgement of this subject alone. */
    public record Given(long version, Optional<RuleBook> readable) {

        /**
         * The book.
         *
         * @throws IllegalStateException if it cannot be read
         */
        public RuleBook book() {
            return readable.orElseThrow(() -> new IllegalStateException("the rule book cannot be read"));
        }
    }

    /** What is given about each of these subjects, as it stands in the transaction. */
    public Map<Long, Given> of(Handle handle, Collection<Long> subjectIds) {
        Map<Long, Long> versions = versions(handle, subjectIds);
        Map<Long, Given> given = new HashMap<>();
        Set<Long> missing = new HashSet<>();
        versions.forEach((subjectId, version) -> {
            RuleBook cached = cache.get(subjectId);
            if (cached != null && cached.version() == version) {
                given.put(subjectId, new Given(version, Optional.of(cached)));
            } else {
                missing.add(subjectId);
            }
        });
        if (!missing.isEmpty()) {
            read(handle, missing, versions, given);
        }
        return given;
    }

    private void read(Handle handle, Set<Long> missing, Map<Long, Long> versions, Map<Long, Given> given) {
        Set<Long> unreadable = new HashSet<>();
        Map<Long, List<Rule>> rules = reader.rules(handle, missing, unreadable);
        Map<Long, List<DeviceTerms>> terms = terms(handle, missing);
        for (long subjectId : missing) {
            long version = versions.getOrDefault(subjectId, 0L);
            if (unreadable.contains(subjectId)) {
                given.put(subjectId, new Given(version, Optional.empty()));
            } else {
                RuleBook book = new RuleBook(
                        version,
                        rules.getOrDefault(subjectId, List.of()),
                        terms.getOrDefault(subjectId, List.of(DeviceTerms.defaults())));
                cache.put(subjectId, book);
                given.put(subjectId, new Given(version, Optional.of(book)));
            }
        }
    }

    /** Of persons, and of pairs from those of their two persons. */
    private static Map<Long, List<DeviceTerms>> terms(Handle handle, Set<Long> subjectIds) {
        List<Pair> pairs = Pair.find(handle, subjectIds);
        Set<Long> persons = new HashSet<>(subjectIds);
        for (Pair pair : pairs) {
            persons.remove(pair.id());
            persons.add(pair.firstSubjectId());
            persons.add(pair.secondSubjectId());
        }
        Map<Long, List<DeviceTerms>> terms = SubjectTerms.of(handle, persons);
        List<DeviceTerms> unknown = List.of(DeviceTerms.defaults());
        for (Pair pair : pairs) {
            terms.put(
                    pair.id(),
                    SubjectTerms.together(
                            terms.getOrDefault(pair.firstSubjectId(), unknown),
                            terms.getOrDefault(pair.secondSubjectId(), unknown)));
        }
        return terms;
    }

    /** The version of a subject's book as it stands now in the transaction. */
    long version(Handle handle, long subjectId) {
        return versions(handle, List.of(subjectId)).getOrDefault(subjectId, 0L);
    }

    private static Map<Long, Long> versions(Handle handle, Collection<Long> subjectIds) {
        Map<Long, Long> versions = new HashMap<>();
        subjectIds.forEach(id -> versions.put(id, 0L));
        handle.createQuery("select subject_id, version from telemetry.rule_book where subject_id = any(:ids)")
                .bind("ids", subjectIds.toArray(Long[]::new))
                .map((row, context) -> Map.entry(row.getLong("subject_id"), row.getLong("version")))
                .forEach(entry -> versions.put(entry.getKey(), entry.getValue()));
        return versions;
    }
}
