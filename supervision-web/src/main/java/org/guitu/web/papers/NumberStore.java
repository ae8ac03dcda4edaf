package org.guitu.web.papers;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of numbers. */
final class NumberStore {

    private NumberStore() {}

    /**
     * Takes the next number of the year. The counter is held until the transaction ends: whoever asks meanwhile waits, and if it is rolled back the
     * number is given to them.
     */
    static int next(Handle handle, long organisationId, PaperKind kind, int year) {
        return handle.createQuery("""
                        insert into supervision.paper_counter as c (organisation_id, kind, year, number)
                        values (:organisation, :kind, :year, 1)
                        on conflict (organisation_id, kind, year) do update set number = c.number + 1
                        returning number""")
                .bind("organisation", organisationId)
                .bind("kind", kind.name())
                .bind("year", year)
                .mapTo(Integer.class)
                .one();
    }

    /** The last number given in the year, 0 if none was. */
    static int last(Handle handle, long organisationId, PaperKind kind, int year) {
        return handle.createQuery("""
                        select number from supervision.paper_counter
                         where organisation_id = :organisation and kind = :kind and year = :year""")
                .bind("organisation", organisationId)
                .bind("kind", kind.name())
                .bind("year", year)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    static NumberRule rule(Handle handle, long organisationId, PaperKind kind) {
        return Optional.ofNullable(rules(handle, organisationId).get(kind)).orElseThrow();
    }

    /** The rule of every kind: the organisation's own, or that of the kind. */
    static Map<PaperKind, NumberRule> rules(Handle handle, long organisationId) {
        Map<PaperKind, NumberRule> rules = new EnumMap<>(PaperKind.class);
        for (PaperKind kind : PaperKind.values()) {
            rules.put(kind, new NumberRule(kind.word()));
        }
        handle.createQuery("""
                        select distinct on (kind) kind, word from supervision.paper_number_word
                         where organisation_id = :organisation order by kind, word_id desc""")
                .bind("organisation", organisationId)
                .map((row, context) -> Map.entry(row.getString("kind"), row.getString("word")))
                .forEach(own -> rules.put(PaperKind.valueOf(own.getKey()), new NumberRule(own.getValue())));
        return rules;
    }

    static void choose(Handle handle, long organisationId, PaperKind kind, NumberRule rule, Instant at, long by) {
        handle.createUpdate("""
                        insert into supervision.paper_number_word (organisation_id, kind, word, recorded_at, recorded_by)
                        values (:organisation, :kind, :word, :at, :by)""")
                .bind("organisation", organisationId)
                .bind("kind", kind.name())
                .bind("word", rule.word())
                .bind("at", at)
                .bind("by", by)
                .execute();
    }
}
