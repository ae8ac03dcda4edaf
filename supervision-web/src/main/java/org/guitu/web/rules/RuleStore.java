package org.guitu.web.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.rule.RuleKind;
import org.guitu.ingest.registry.ScheduleJson;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The SQL of rules. They are scoped by their person, whom callers have found first. */
final class RuleStore {

    private static final String SELECT = """
            select o.rule_id, o.person_id, o.kind, o.judged_rule_id, o.subject_id,
                   coalesce(o.other_person_id, o.other_protected_id) as other_person_id, o.version, o.ended_at,
                   r.fix_every_s, r.send_every_s, r.buffer_s, r.distance_m, r.schedule::text as schedule, r.valid_from, r.valid_to, r.note
              from supervision.rule o join supervision.rule_revision r on r.rule_id = o.rule_id and r.version = o.version""";

    private RuleStore() {}

    /** All rules ever ordered for a person, those that ended last. */
    static List<OrderedRule> ofPerson(Handle handle, long personId) {
        return handle.createQuery(
                        SELECT + " where o.person_id = :person order by o.ended_at desc nulls first, o.kind, o.rule_id")
                .bind("person", personId)
                .map(RuleStore::rule)
                .list();
    }

    /** Orders of others to keep away from this person. */
    static List<OrderedRule> about(Handle handle, long otherId) {
        return handle.createQuery(
                        SELECT + " where o.other_person_id = :other and o.ended_at is null order by o.rule_id")
                .bind("other", otherId)
                .map(RuleStore::rule)
                .list();
    }

    static Optional<OrderedRule> find(Handle handle, long personId, long ruleId) {
        return handle.createQuery(SELECT + " where o.person_id = :person and o.rule_id = :rule")
                .bind("person", personId)
                .bind("rule", ruleId)
                .map(RuleStore::rule)
                .findOne();
    }

    static long insert(
            Handle handle,
            long personId,
            RuleKind kind,
            Optional<Long> otherId,
            long subjectId,
            long judgedId,
            long by) {
        return handle.createUpdate("""
                        insert into supervision.rule (person_id, kind, other_person_id, other_protected_id, subject_id, judged_rule_id, recorded_by)
                        values (:person, :kind, :other, :protected, :subject, :judged, :by)""")
                .bind("person", personId)
                .bind("kind", kind.name())
                .bind(
                        "other",
                        otherId.filter(id -> !ProtectedPeople.isProtected(id)).orElse(null))
                .bind("protected", otherId.filter(ProtectedPeople::isProtected).orElse(null))
                .bind("subject", subjectId)
                .bind("judged", judgedId)
                .bind("by", by)
                .executeAndReturnGeneratedKeys("rule_id")
                .mapTo(Long.class)
                .one();
    }

    static void insertRevision(
            Handle handle, long ruleId, int version, RuleDraft draft, Instant effectiveFrom, long by) {
        Order.@Nullable ReportEvery plan = draft.order() instanceof Order.ReportEvery every ? every : null;
        handle.createUpdate("""
                        insert into supervision.rule_revision (rule_id, version, fix_every_s, send_every_s, buffer_s, distance_m, schedule,
                               valid_from, valid_to, effective_from, note, recorded_by)
                        values (:rule, :version, :fix, :send, :buffer, :meters, :schedule::jsonb, :from, :to, :effective, :note, :by)""")
                .bind("rule", ruleId)
                .bind("version", version)
                .bind("fix", plan == null ? null : (Long) plan.fixEvery().toSeconds())
                .bind("send", plan == null ? null : (Long) plan.sendEvery().toSeconds())
                .bind("buffer", plan == null ? null : (Long) plan.buffer().toSeconds())
                .bind("meters", meters(draft.order()))
                .bind("schedule", draft.schedule().map(ScheduleJson::write).orElse(null))
                .bind("from", draft.validFrom())
                .bind("to", draft.validTo().orElse(null))
                .bind("effective", effectiveFrom)
                .bind("note", draft.note())
                .bind("by", by)
                .execute();
        handle.createUpdate("update supervision.rule set version = :version where rule_id = :rule")
                .bind("rule", ruleId)
                .bind("version", version)
                .execute();
    }

    private static @Nullable Double meters(Order order) {
        return switch (order) {
            case Order.StayTogether together -> (Double) together.meters();
            case Order.KeepAway away -> (Double) away.meters();
            case Order.ReportEvery plan -> null;
            case Order.StayIn stay -> null;
            case Order.KeepOut out -> null;
        };
    }

    static void end(Handle handle, long ruleId, Instant at, String reason, long by) {
        handle.createUpdate(
                        "update supervision.rule set ended_at = :at, ended_by = :by, end_reason = :reason where rule_id = :rule")
                .bind("rule", ruleId)
                .bind("at", at)
                .bind("reason", reason)
                .bind("by", by)
                .execute();
    }

    static void reopen(Handle handle, long ruleId) {
        handle.createUpdate(
                        "update supervision.rule set ended_at = null, ended_by = null, end_reason = null where rule_id = :rule")
                .bind("rule", ruleId)
                .execute();
    }

    static List<RuleRevision> revisions(Handle handle, long ruleId) {
        return handle.createQuery("""
                        select o.kind, r.*, r.schedule::text as schedule_text, coalesce(s.name, '') as recorded_by_name
                          from supervision.rule o join supervision.rule_revision r using (rule_id)
                          left join supervision.staff s on s.staff_id = r.recorded_by
                         where r.rule_id = :rule order by r.version desc""")
                .bind("rule", ruleId)
                .map((row, context) -> new RuleRevision(
                        row.getInt("version"),
                        order(row),
                        Optional.ofNullable(row.getString("schedule_text")).map(ScheduleJson::read),
                        row.getTimestamp("effective_from").toInstant(),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("recorded_by_name"),
                        row.getString("note")))
                .list();
    }

    private static OrderedRule rule(ResultSet row, StatementContext context) throws SQLException {
        return new OrderedRule(
                row.getLong("rule_id"),
                row.getLong("person_id"),
                row.getLong("judged_rule_id"),
                row.getLong("subject_id"),
                row.getInt("version"),
                order(row),
                Optional.ofNullable(row.getObject("other_person_id", Long.class)),
                Optional.ofNullable(row.getString("schedule")).map(ScheduleJson::read),
                row.getTimestamp("valid_from").toInstant(),
                Optional.ofNullable(row.getTimestamp("valid_to")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                row.getString("note"));
    }

    private static Order order(ResultSet row) throws SQLException {
        RuleKind kind = RuleKind.valueOf(row.getString("kind"));
        return switch (kind) {
            case REPORT_EVERY ->
                new Order.ReportEvery(
                        Duration.ofSeconds(row.getLong("fix_every_s")),
                        Duration.ofSeconds(row.getLong("send_every_s")),
                        Duration.ofSeconds(row.getLong("buffer_s")));
            case STAY_TOGETHER -> new Order.StayTogether(row.getDouble("distance_m"));
            case KEEP_AWAY -> new Order.KeepAway(row.getDouble("distance_m"));
            case STAY_IN, KEEP_OUT -> throw new IllegalStateException("a zone among the rules");
        };
    }
}
