package org.guitu.web.help;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The SQL of needs. Scoping is done on the person, whose row callers who write hold. */
final class FactStore {

    private FactStore() {}

    static Map<Need, HelpFile.Fact> ofPerson(Handle handle, long personId) {
        Map<Need, HelpFile.Fact> facts = new EnumMap<>(Need.class);
        handle.createQuery("""
                        select f.*, s.name as staff_name from supervision.help_fact f
                          join supervision.staff s on s.staff_id = f.recorded_by
                         where f.person_id = :person and f.superseded_at is null and f.valid_to is null""")
                .bind("person", personId)
                .map((row, context) -> Map.entry(
                        Need.valueOf(row.getString("kind")),
                        new HelpFile.Fact(
                                Need.Answer.valueOf(row.getString("value")),
                                row.getString("evidence"),
                                row.getTimestamp("valid_from").toInstant(),
                                row.getString("staff_name"))))
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue()));
        return facts;
    }

    /** Records an answer in place of the one that stands: its ended form and the new one, so that no row loses what it once said. */
    static void replace(Handle handle, long personId, Need.Answer answer, String evidence, Instant from, long by) {
        handle.createUpdate("""
                        with old as (update supervision.help_fact set superseded_at = now()
                                      where person_id = :person and kind = :kind and superseded_at is null and valid_to is null
                                      returning *)
                        insert into supervision.help_fact (person_id, kind, value, evidence, valid_from, valid_to, recorded_by)
                        select person_id, kind, value, evidence, valid_from, :from, :by from old where valid_from < :from""")
                .bind("person", personId)
                .bind("kind", answer.need().name())
                .bind("from", from)
                .bind("by", by)
                .execute();
        handle.createUpdate("""
                        insert into supervision.help_fact (person_id, kind, value, evidence, valid_from, recorded_by)
                        values (:person, :kind, :value, :evidence, :from, :by)""")
                .bind("person", personId)
                .bind("kind", answer.need().name())
                .bind("value", answer.name())
                .bind("evidence", evidence)
                .bind("from", from)
                .bind("by", by)
                .execute();
    }
}
