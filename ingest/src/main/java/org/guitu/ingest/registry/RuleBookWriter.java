package org.guitu.ingest.registry;

import java.time.Instant;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import org.guitu.ingest.store.Times;
import org.jdbi.v3.core.Handle;

/**
 * Writes rule books by revision. Every change gives the book a new version; where it touches the past the subject is folded again from
 * there, and where it does not the subject is woken when it takes effect, so that the new rule is judged though nothing arrives.
 */
final class RuleBookWriter {

    private final InstantSource clock;

    RuleBookWriter(InstantSource clock) {
        this.clock = clock;
    }

    long put(Handle handle, RuleSpec spec) {
        long version = newVersion(handle, spec.subjectId());
        long ruleId = handle.select("select nextval('telemetry.rule_id_seq')")
                .mapTo(Long.class)
                .one();
        insert(handle, ruleId, 1, spec, spec.validFrom(), version);
        touched(handle, spec.subjectId(), spec.validFrom());
        return ruleId;
    }

    void revise(Handle handle, long ruleId, RuleSpec spec, Instant from) {
        long subjectId = subjectOf(handle, ruleId);
        if (subjectId != spec.subjectId()) {
            throw new IllegalArgumentException("a rule cannot pass to another subject");
        }
        Instant begins = spec.validFrom().isAfter(from) ? spec.validFrom() : from;
        if (!begins.isBefore(spec.validTo())) {
            throw new IllegalArgumentException("a rule must begin before it ends");
        }
        long version = newVersion(handle, subjectId);
        cutAt(handle, ruleId, from);
        int revision = handle.select("select max(revision) + 1 from telemetry.rule where rule_id = ?", ruleId)
                .mapTo(Integer.class)
                .one();
        insert(handle, ruleId, revision, spec, begins, version);
        touched(handle, subjectId, from);
    }

    void end(Handle handle, long ruleId, Instant at) {
        long subjectId = subjectOf(handle, ruleId);
        newVersion(handle, subjectId);
        cutAt(handle, ruleId, at);
        touched(handle, subjectId, at);
    }

    /** Also serialises the writers of one subject's book. */
    private static long newVersion(Handle handle, long subjectId) {
        return handle.select(
                        "insert into telemetry.rule_book as b (subject_id, version) values (?, 1)"
                                + " on conflict (subject_id) do update set version = b.version + 1 returning version",
                        subjectId)
                .mapTo(Long.class)
                .one();
    }

    private static void cutAt(Handle handle, long ruleId, Instant at) {
        handle.execute(
                "update telemetry.rule set valid_to = greatest(valid_from, ?::timestamptz) where rule_id = ? and valid_to > ?::timestamptz",
                Times.text(at),
                ruleId,
                Times.text(at));
    }

    private static void insert(Handle handle, long ruleId, int revision, RuleSpec spec, Instant from, long version) {
        OrderRow order = OrderRow.of(spec.order());
        if (order.kind().isOfPair() != (spec.subjectId() < 0)) {
            throw new IllegalArgumentException("a rule about two devices is a rule of their pair, any other is not");
        }
        handle.createUpdate("""
                        insert into telemetry.rule (rule_id, revision, subject_id, kind, area, lengths_m, place_group_id, terms,
                            schedule, valid_from, valid_to, book_version)
                        values (:rule, :revision, :subject, :kind, :area, :lengths, :group, :terms::jsonb, :schedule::jsonb,
                            :from::timestamptz, :to::timestamptz, :version)
                        """)
                .bind("rule", ruleId)
                .bind("revision", revision)
                .bind("subject", spec.subjectId())
                .bind("kind", order.kind().name())
                .bind("area", order.area())
                .bind("lengths", order.lengths())
                .bind("group", order.placeGroupId())
                .bind("terms", order.terms())
                .bind("schedule", spec.schedule().map(ScheduleJson::write).orElse(null))
                .bind("from", Times.text(from))
                .bind("to", Times.text(spec.validTo()))
                .bind("version", version)
                .execute();
    }

    /** The book is another from an instant on, though no rule of it is: the terms of a device, or the places of a group. */
    void changed(Handle handle, long subjectId, Instant from) {
        newVersion(handle, subjectId);
        touched(handle, subjectId, from);
    }

    /** The same for a person and then for the pairs that person is in: in the order in which the judge takes them. */
    void changedWithPairs(Handle handle, long personId, Instant from) {
        changed(handle, personId, from);
        handle.createQuery(
                        "select pair_id from telemetry.pair where first_subject_id = :person or second_subject_id = :person"
                                + " order by pair_id")
                .bind("person", personId)
                .mapTo(Long.class)
                .list()
                .forEach(pair -> changed(handle, pair, from));
    }

    /** A change as of the future is owed a fold too: a device's clock, or a fold under way, may be ahead of it. */
    private void touched(Handle handle, long subjectId, Instant from) {
        Instant now = clock.instant();
        handle.createUpdate("""
                        insert into telemetry.subject_state as s (subject_id, dirty_from, wake_at)
                        values (:subject, :dirty::timestamptz, :wake::timestamptz)
                        on conflict (subject_id) do update
                           set dirty_from = least(s.dirty_from, excluded.dirty_from), wake_at = least(s.wake_at, excluded.wake_at)
                        """)
                .bind("subject", subjectId)
                .bind("dirty", Times.text(from))
                .bind("wake", Times.text(from.isBefore(now) ? now : from))
                .execute();
    }

    private static long subjectOf(Handle handle, long ruleId) {
        return handle.select("select subject_id from telemetry.rule where rule_id = ? limit 1", ruleId)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new NoSuchElementException("no rule " + ruleId));
    }
}
