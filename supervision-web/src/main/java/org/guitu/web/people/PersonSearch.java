package org.guitu.web.people;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Finds people by beginnings of words, page by page in the order of the sort key. */
final class PersonSearch {

    private static final int LIMIT_MAX = 200;
    /** After every text that begins with what stands before it. */
    private static final String LAST = Character.toString(0x10FFFF);

    private PersonSearch() {}

    static Found search(Handle handle, Staff staff, PersonQuery query) {
        int limit = Math.clamp(query.limit(), 1, LIMIT_MAX);
        List<Long> ids = ids(handle, staff, query, limit + 1);
        boolean more = ids.size() > limit;
        List<Long> page = more ? ids.subList(0, limit) : ids;
        List<Found.Row> rows = page.isEmpty() ? List.of() : rows(handle, page);
        return new Found(rows, more ? Optional.of(Long.toString(page.getLast())) : Optional.empty());
    }

    /**
     * Who is found, in the order of the list: first only who, so that nothing is read about those on other pages. Each word's people are
     * gathered first and put in order, then their place is looked at until a page is full. A single letter is the first of the name, which the
     * order itself answers; a single digit, which most case numbers have somewhere, is looked for on the way.
     */
    static List<Long> ids(Handle handle, Staff staff, PersonQuery query, int limit) {
        List<String> words = SearchTokens.query(query.words());
        if (words.isEmpty() && !query.words().isBlank()) {
            return List.of();
        }
        long after = number(query.after());
        Map<String, String> values = new HashMap<>();
        Query statement = handle.createQuery(sql(staff, query, words, after, values))
                .bindMap(values)
                .bind("scope", staff.scope())
                .bind("minors", staff.may(Permission.VIEW_MINORS))
                .bind("limit", limit);
        if (after > 0) {
            statement.bind("after", after);
        }
        query.category().ifPresent(category -> statement.bind("category", category.name()));
        query.supervisionClass().ifPresent(value -> statement.bind("class", value.name()));
        query.state().ifPresent(state -> statement.bind("state", state.name()));
        return statement.mapTo(Long.class).list();
    }

    private static String sql(
            Staff staff, PersonQuery query, List<String> words, long after, Map<String, String> values) {
        StringBuilder gathered = new StringBuilder();
        StringBuilder conditions = new StringBuilder();
        boolean initial = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            values.put("low" + i, word);
            if (single(word) && Character.isLetter(word.charAt(0)) && !initial) {
                initial = true;
                values.put("high" + i, word + LAST);
                range(conditions, " and p.sort_key >= :low%d and p.sort_key < :high%d", i);
            } else if (single(word)) {
                values.put("high" + i, word + LAST);
                // "offset 0" keeps it a question about one person.
                conditions.append(
                        " and exists (select 1 from supervision.person_token t where t.person_id = p.person_id and ");
                range(conditions, "token >= :low%d and token < :high%d offset 0)", i);
            } else {
                gathered.append(gathered.isEmpty() ? " where" : " and");
                values.put("high" + i, word + LAST);
                // A range instead of "like": it uses the index whatever the collation of the pattern.
                range(
                        gathered,
                        " w.person_id in (select person_id from supervision.person_token where token >= :low%d and token < :high%d",
                        i);
                if (SearchTokens.identityTail(word).isPresent()) {
                    String tail = SearchTokens.identityTail(word).get();
                    values.put("tailLow" + i, tail);
                    values.put("tailHigh" + i, tail + LAST);
                    range(gathered, " or token >= :tailLow%d and token < :tailHigh%d", i);
                }
                gathered.append(")");
            }
        }
        query.category()
                .ifPresent(value -> conditions.append(FACT.formatted("person_category", "category", "category")));
        query.supervisionClass()
                .ifPresent(value -> conditions.append(FACT.formatted("person_class", "class", "class")));
        query.state().ifPresent(value -> conditions.append(FACT.formatted("person_state", "state", "state")));
        if (after > 0) {
            conditions.append(" and (p.sort_key, p.person_id) > (select sort_key, person_id from supervision.person"
                    + " where person_id = :after)");
        }
        // An office's own people are few, and each is asked; of a county or a city those gathered are put in order
        // before anything else
        // is asked about them ("offset 0" again).
        boolean few = staff.organisation().level().compareTo(Organisation.Level.OFFICE) >= 0;
        String people = gathered.isEmpty()
                ? "supervision.person p"
                : "(select w.person_id, w.sort_key, w.minor from supervision.person w" + gathered
                        + (few ? "" : " order by w.sort_key, w.person_id offset 0") + ") p";
        return "select p.person_id from " + people + JOINED + conditions
                + " order by p.sort_key, p.person_id limit :limit";
    }

    private static boolean single(String word) {
        return word.length() == 1 && word.charAt(0) < 128;
    }

    private static List<Found.Row> rows(Handle handle, List<Long> ids) {
        return handle.createQuery(FROM)
                .bindArray("people", Long.class, ids)
                .map(PersonSearch::row)
                .list();
    }

    private static final String JOINED = """
             join supervision.assignment a on a.person_id = p.person_id and a.superseded_at is null and a.valid_to is null
             join supervision.organisation o on o.organisation_id = a.organisation_id
            where o.path like :scope || '%' and (not p.minor or :minors)""";

    /** The standing fact of a table, by its column and the value's name. */
    private static final String FACT = " and exists (select 1 from supervision.%s f where f.person_id = p.person_id"
            + " and f.superseded_at is null and f.valid_to is null and f.%s = :%s)";

    private static void range(StringBuilder sql, String condition, int number) {
        sql.append(condition.replace("%d", Integer.toString(number)));
    }

    private static final String FROM = """
            select p.person_id, p.sort_key, p.case_number, p.name, p.latin_name, p.identity_number, p.minor,
                   c.category, k.class, z.state,
                   o.name as organisation_name, s.name as officer_name,
                   (select array_agg(d.identity order by d.identity) from supervision.wearing w
                      join telemetry.device d on d.device_id = w.device_id
                     where w.person_id = p.person_id and w.superseded_at is null and w.valid_to is null) as devices,
                   (select max(t.last_seen_at) from supervision.wearing w
                      join telemetry.device_status t on t.device_id = w.device_id
                     where w.person_id = p.person_id and w.superseded_at is null and w.valid_to is null) as last_seen_at,
                   (select max(coalesce(b.ended_at, b.valid_to)) from supervision.basis b
                     where b.person_id = p.person_id and not b.revoked and b.valid_from <= now()
                       and coalesce(b.ended_at, b.valid_to) > now()) as basis_until
              from supervision.person p
              join supervision.assignment a on a.person_id = p.person_id and a.superseded_at is null and a.valid_to is null
              join supervision.organisation o on o.organisation_id = a.organisation_id
              join supervision.person_category c on c.person_id = p.person_id and c.superseded_at is null and c.valid_to is null
              join supervision.person_class k on k.person_id = p.person_id and k.superseded_at is null and k.valid_to is null
              left join supervision.person_state z on z.person_id = p.person_id and z.superseded_at is null and z.valid_to is null
              left join supervision.staff s on s.staff_id = a.officer_id
             where p.person_id = any(:people) order by p.sort_key, p.person_id
            """;

    private static Found.Row row(ResultSet row, StatementContext context) throws SQLException {
        List<String> devices = new ArrayList<>();
        Array array = row.getArray("devices");
        if (array != null) {
            devices.addAll(List.of((String[]) array.getArray()));
        }
        return new Found.Row(
                row.getLong("person_id"),
                row.getString("case_number"),
                row.getString("name"),
                row.getString("latin_name"),
                Optional.ofNullable(row.getString("identity_number"))
                        .map(number -> new IdentityNumber(number).masked()),
                Category.valueOf(row.getString("category")),
                SupervisionClass.valueOf(row.getString("class")),
                Optional.ofNullable(row.getString("state")).map(CaseState::valueOf),
                row.getBoolean("minor"),
                row.getString("organisation_name"),
                Optional.ofNullable(row.getString("officer_name")),
                devices,
                instant(row.getTimestamp("last_seen_at")),
                instant(row.getTimestamp("basis_until")));
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }

    /** The id the page before ended with; 0, the start, if the text is no cursor of ours. */
    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
