package org.guitu.web.asof;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.http.Json;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The SQL of what held. The caller has checked that the reader may see the person. */
final class AsOfStore {

    /** A row that stood in the books at {@code :known} and holds in the stretch. */
    private static final String STOOD = """
             where person_id = :person and valid_from < :to and (valid_to is null or valid_to > :from)
               and recorded_at < :known and (superseded_at is null or superseded_at >= :known)
            """;

    private static final String FACTS =
            "select 'CATEGORY' as what, category as value, '' as detail, valid_from, valid_to"
                    + " from supervision.person_category" + STOOD
                    + "union all select 'CLASS', class, '', valid_from, valid_to from supervision.person_class" + STOOD
                    + "union all select 'STATE', state, '', valid_from, valid_to from supervision.person_state" + STOOD
                    + """
            union all
            select 'ORGANISATION',
                   coalesce((select max(f.name) from supervision.organisation_fact f
                              where f.organisation_id = a.organisation_id and f.valid_from < :to
                                and (f.valid_to is null or f.valid_to >= :to)
                                and f.recorded_at < :known and (f.superseded_at is null or f.superseded_at >= :known)), o.name),
                   coalesce(s.name, ''), a.valid_from, a.valid_to
              from (select * from supervision.assignment""" + STOOD + """
                   ) a join supervision.organisation o on o.organisation_id = a.organisation_id
                   left join supervision.staff s on s.staff_id = a.officer_id
            union all
            select 'DEVICE', d.identity, d.model, w.valid_from, w.valid_to
              from (select * from supervision.wearing""" + STOOD + """
                   ) w join telemetry.device d on d.device_id = w.device_id
            """;

    /** A basis that had been lifted or revoked by then ends there; one lifted later still ran to its last day. */
    private static final String BASES = """
            union all
            select 'BASIS', kind, document_number, valid_from, until
              from (select b.*, case when ended_at < :known and ended_at < valid_to then ended_at else valid_to end as until
                      from supervision.basis b where person_id = :person and recorded_at < :known) b
             where valid_from < :to and until > :from and not (revoked and ended_at < :known)
            """;

    /** Of each order the newest version that was known and had taken effect. */
    private static final String ORDERS = """
            union all
            select 'ZONE', name, kind, valid_from, until
              from (select distinct on (r.zone_id) r.*, case when z.ended_at < :known then z.ended_at else r.valid_to end as until
                      from supervision.zone_revision r join supervision.zone z using (zone_id)
                     where z.person_id = :person and r.recorded_at < :known and r.effective_from < :to
                     order by r.zone_id, r.version desc) r
             where valid_from < :to and (until is null or until > :from)
            union all
            select 'RULE', kind, '', valid_from, until
              from (select distinct on (r.rule_id) r.*, u.kind, case when u.ended_at < :known then u.ended_at else r.valid_to end as until
                      from supervision.rule_revision r join supervision.rule u using (rule_id)
                     where u.person_id = :person and r.recorded_at < :known and r.effective_from < :to
                     order by r.rule_id, r.version desc) r
             where valid_from < :to and (until is null or until > :from)
            """;

    private AsOfStore() {}

    /**
     * Everything that held, kind by kind, the earliest first.
     *
     * @param orders whether zones and rules too
     */
    static List<Held> held(Handle handle, AsOfQuery asked, boolean orders) {
        return bind(
                        handle.createQuery(
                                "select * from (" + FACTS + BASES + (orders ? ORDERS : "") + ") f order by valid_from"),
                        asked)
                .map((row, context) -> new Held(
                        Held.What.valueOf(row.getString("what")),
                        row.getString("value"),
                        row.getString("detail"),
                        row.getTimestamp("valid_from").toInstant(),
                        Optional.ofNullable(row.getTimestamp("valid_to")).map(java.sql.Timestamp::toInstant)))
                .list();
    }

    /**
     * What the papers said of the person.
     *
     * @param termFrom first day of the term
     * @param termTo last day of it
     */
    record Papers(
            String name, String caseNumber, String address, Optional<LocalDate> termFrom, Optional<LocalDate> termTo) {}

    /** The person's own data, which have no valid time: as they stood in the books. Empty before the person was entered. */
    static Optional<Papers> papers(Handle handle, AsOfQuery asked) {
        return bind(handle.createQuery("""
                        select t.first_day, t.last_day, coalesce((select r.person from supervision.person_revision r
                                          where r.person_id = p.person_id and r.replaced_at >= :known
                                          order by r.version limit 1), to_jsonb(p)) as told
                          from supervision.person p
                          left join supervision.sentence_term t on t.person_id = p.person_id
                               and t.recorded_at < :known and (t.superseded_at is null or t.superseded_at >= :known)
                         where p.person_id = :person and cast(:from as timestamptz) < cast(:to as timestamptz)
                           and :known > coalesce((select min((r.person ->> 'recorded_at')::timestamptz)
                                 from supervision.person_revision r where r.person_id = p.person_id), p.recorded_at)"""), asked)
                .map((row, context) -> papers(
                        Json.tree(row.getString("told")),
                        Optional.ofNullable(row.getObject("first_day", LocalDate.class)),
                        Optional.ofNullable(row.getObject("last_day", LocalDate.class))))
                .findOne();
    }

    /** The term as it was reckoned from the decision; before it was, as somebody wrote it. */
    private static Papers papers(JsonNode told, Optional<LocalDate> first, Optional<LocalDate> last) {
        return new Papers(
                told.path("name").asText(),
                told.path("case_number").asText(),
                told.path("address").asText(),
                first.or(() -> day(told.path("term_from").asText(""))),
                last.or(() -> day(told.path("term_to").asText(""))));
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() || text.equals("null") ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static Query bind(Query query, AsOfQuery asked) {
        return query.bind("person", asked.personId())
                .bind("from", asked.from())
                .bind("to", asked.to())
                .bind("known", asked.known());
    }
}
