package org.guitu.web.people;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Facts about a person with valid time and recorded time. The row of the standing fact (no end, not superseded) is marked superseded, its
 * ended form and the next fact are recorded; so no row loses what it once said. Callers hold the person's row lock.
 */
final class Facts {

    private Facts() {}

    /** Records the category if it differs from the standing one; answers what stood before. */
    static Optional<Category> category(Handle handle, long personId, Category category, Instant from, long by) {
        return replace(handle, "person_category", "category", personId, category.name(), from, by)
                .map(Category::valueOf);
    }

    /** Records the class if it differs from the standing one. */
    static Optional<SupervisionClass> supervisionClass(
            Handle handle, long personId, SupervisionClass value, Instant from, long by) {
        return replace(handle, "person_class", "class", personId, value.name(), from, by)
                .map(SupervisionClass::valueOf);
    }

    /** Records where the case stands if that differs. */
    static Optional<CaseState> state(Handle handle, long personId, CaseState value, Instant from, long by) {
        return replace(handle, "person_state", "state", personId, value.name(), from, by)
                .map(CaseState::valueOf);
    }

    /**
     * Takes the standing fact of a table back as a mistake: what it had ended stands again. False if the fact before it was not this one.
     * Table and column are constants of the callers, never input.
     */
    static boolean takeBack(
            Handle handle, String table, String column, long personId, Optional<String> before, long by) {
        Optional<Long> mistaken = handle.createQuery("select fact_id from supervision." + table
                        + " where person_id = :person and superseded_at is null and valid_to is null")
                .bind("person", personId)
                .mapTo(Long.class)
                .findOne();
        if (mistaken.isEmpty()) {
            return false;
        }
        if (before.isEmpty()) {
            supersede(handle, table, mistaken.get());
            return true;
        }
        Optional<Long> ended = handle.createQuery("select e.fact_id from supervision." + table
                        + " e join supervision." + table + " m on m.fact_id = :mistaken and e.valid_to = m.valid_from"
                        + " where e.person_id = :person and e.superseded_at is null and e." + column + " = :before")
                .bind("mistaken", mistaken.get())
                .bind("person", personId)
                .bind("before", before.get())
                .mapTo(Long.class)
                .findOne();
        if (ended.isEmpty()) {
            return false;
        }
        supersede(handle, table, mistaken.get());
        supersede(handle, table, ended.get());
        handle.createUpdate("insert into supervision." + table + " (person_id, " + column
                        + ", valid_from, recorded_by) select person_id, " + column
                        + ", valid_from, :by from supervision." + table + " where fact_id = :fact")
                .bind("fact", ended.get())
                .bind("by", by)
                .execute();
        return true;
    }

    /** The instant, or just after the standing fact began where that is later: what held is not unsaid by what followed it. */
    static Instant notBefore(Handle handle, String table, long personId, Instant from) {
        return handle.createQuery("select greatest(cast(:from as timestamptz), valid_from + interval '1 microsecond')"
                        + " from supervision." + table
                        + " where person_id = :person and superseded_at is null and valid_to is null")
                .bind("from", from)
                .bind("person", personId)
                .mapTo(Instant.class)
                .findOne()
                .orElse(from);
    }

    private static void supersede(Handle handle, String table, long factId) {
        handle.createUpdate("update supervision." + table + " set superseded_at = now() where fact_id = :fact")
                .bind("fact", factId)
                .execute();
    }

    /** Records who is responsible if it differs; answers whether it did. */
    static boolean assignment(
            Handle handle, long personId, long organisationId, Optional<Long> officerId, Instant from, long by) {
        boolean same = handle.createQuery("""
                        select exists (select 1 from supervision.assignment
                         where person_id = :person and superseded_at is null and valid_to is null
                           and organisation_id = :organisation and officer_id is not distinct from :officer::bigint)""")
                .bind("person", personId)
                .bind("organisation", organisationId)
                .bind("officer", officerId.orElse(null))
                .mapTo(Boolean.class)
                .one();
        if (same) {
            return false;
        }
        handle.createUpdate("""
                        with old as (
                            update supervision.assignment set superseded_at = now()
                             where person_id = :person and superseded_at is null and valid_to is null returning *)
                        insert into supervision.assignment
                               (person_id, organisation_id, officer_id, valid_from, valid_to, recorded_by)
                        select person_id, organisation_id, officer_id, valid_from, :from, :by from old
                         where valid_from < :from""")
                .bind("person", personId)
                .bind("from", from)
                .bind("by", by)
                .execute();
        handle.createUpdate("""
                        insert into supervision.assignment (person_id, organisation_id, officer_id, valid_from, recorded_by)
                        values (:person, :organisation, :officer, :from, :by)""")
                .bind("person", personId)
                .bind("organisation", organisationId)
                .bind("officer", officerId.orElse(null))
                .bind("from", from)
                .bind("by", by)
                .execute();
        return true;
    }

    /** Table and column are constants of this class, never input. */
    private static Optional<String> replace(
            Handle handle, String table, String column, long personId, String value, Instant from, long by) {
        Optional<String> standing = handle.createQuery("select " + column + " from supervision." + table
                        + " where person_id = :person and superseded_at is null and valid_to is null")
                .bind("person", personId)
                .mapTo(String.class)
                .findOne();
        if (standing.equals(Optional.of(value))) {
            return standing;
        }
        handle.createUpdate("with old as (update supervision." + table + """
                         set superseded_at = now() where person_id = :person and superseded_at is null and valid_to is null returning *)
                        insert into supervision.""" + table + " (person_id, " + column
                        + ", valid_from, valid_to, recorded_by)"
                        + " select person_id, " + column + ", valid_from, :from, :by from old where valid_from < :from")
                .bind("person", personId)
                .bind("from", from)
                .bind("by", by)
                .execute();
        handle.createUpdate("insert into supervision." + table + " (person_id, " + column
                        + ", valid_from, recorded_by) values (:person, :value, :from, :by)")
                .bind("person", personId)
                .bind("value", value)
                .bind("from", from)
                .bind("by", by)
                .execute();
        return standing;
    }
}
