package org.guitu.web.caselog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guitu.web.http.Json;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The door through which every feature adds to a case's timeline, and by which the timeline is read. Thread-safe. */
public final class CaseLog {

    private static final String SELECT = """
            select e.*, s.name as staff_name
              from supervision.case_timeline e left join supervision.staff s on s.staff_id = e.recorded_by
            """;

    /**
     * One entry as it was recorded.
     *
     * @param staffName who entered it; empty for the clock or a message from outside
     */
    public record Recorded(
            long id,
            CaseEntry entry,
            Instant happenedAt,
            Instant recordedAt,
            Optional<String> staffName,
            Optional<Long> corrects,
            boolean corrected) {}

    /**
     * Adds one entry.
     *
     * @param handle the caller's open transaction
     * @param staffId who enters it; null for the clock or a message from outside
     * @param happenedAt when it was so
     * @return the entry's id, by which a later one may correct it
     */
    public long record(Handle handle, @Nullable Long staffId, long personId, Instant happenedAt, CaseEntry entry) {
        return insert(handle, staffId, personId, happenedAt, entry, null);
    }

    /** Adds an entry that says that an earlier one was a mistake. */
    public long correct(
            Handle handle, long staffId, long personId, Instant happenedAt, CaseEntry entry, long correctsEntryId) {
        return insert(handle, staffId, personId, happenedAt, entry, correctsEntryId);
    }

    /**
     * The entries of a person and the alerts about the person, newest first. The caller has checked that the reader may see the person.
     *
     * @param feature only those whose kind begins so, {@code ""} for all
     * @param hidden features whose entries the reader may not see
     * @param limit at most so many
     * @param offset after so many
     */
    public List<Recorded> list(
            Handle handle, long personId, String feature, Set<String> hidden, int limit, int offset) {
        return handle.createQuery(SELECT + """
                         where e.person_id = :person and (:feature = '' or split_part(e.kind, '.', 1) = :feature)
                           and split_part(e.kind, '.', 1) <> all(:hidden)
                         order by e.happened_at desc, e.entry_id desc limit :limit offset :offset""")
                .bind("person", personId)
                .bind("feature", feature)
                .bindArray("hidden", String.class, hidden)
                .bind("limit", limit)
                .bind("offset", offset)
                .map(CaseLog::recorded)
                .list();
    }

    /** Those of a person's entries that later ones on a list have corrected, by their id. */
    public Map<Long, CaseEntry> corrected(Handle handle, long personId, List<Recorded> later) {
        List<Long> ids =
                later.stream().flatMap(recorded -> recorded.corrects().stream()).toList();
        return handle
                .createQuery(SELECT + " where e.person_id = :person and e.entry_id = any(:ids)")
                .bind("person", personId)
                .bindArray("ids", Long.class, ids)
                .map(CaseLog::recorded)
                .stream()
                .collect(Collectors.toMap(Recorded::id, Recorded::entry));
    }

    /** Of which features a person has entries, in alphabetical order. */
    public List<String> features(Handle handle, long personId) {
        return handle.createQuery("""
                        select distinct split_part(kind, '.', 1) from supervision.case_timeline where person_id = :person order by 1""")
                .bind("person", personId)
                .mapTo(String.class)
                .list();
    }

    private static long insert(
            Handle handle,
            @Nullable Long staffId,
            long personId,
            Instant happenedAt,
            CaseEntry entry,
            @Nullable Long corrects) {
        return handle.createUpdate("""
                        insert into supervision.case_entry
                               (person_id, kind, arguments, link, happened_at, recorded_by, corrects_entry_id)
                        values (:person, :kind, cast(:arguments as jsonb), :link, :at, :staff, :corrects)""")
                .bind("person", personId)
                .bind("kind", entry.kind())
                .bind("arguments", Json.write(written(entry)))
                .bind("link", entry.link())
                .bind("at", happenedAt)
                .bind("staff", staffId)
                .bind("corrects", corrects)
                .executeAndReturnGeneratedKeys("entry_id")
                .mapTo(Long.class)
                .one();
    }

    private static List<List<String>> written(CaseEntry entry) {
        return entry.arguments().stream()
                .map(argument -> List.of(argument.type().name().toLowerCase(Locale.ROOT), argument.value()))
                .toList();
    }

    private static CaseEntry entry(ResultSet row) throws SQLException {
        List<CaseEntry.Argument> arguments = new ArrayList<>();
        Json.tree(row.getString("arguments"))
                .forEach(pair -> arguments.add(new CaseEntry.Argument(
                        CaseEntry.Type.valueOf(pair.get(0).asText().toUpperCase(Locale.ROOT)),
                        pair.get(1).asText())));
        return new CaseEntry(row.getString("kind"), arguments, row.getString("link"));
    }

    private static Recorded recorded(ResultSet row, StatementContext context) throws SQLException {
        long corrects = row.getLong("corrects_entry_id");
        return new Recorded(
                row.getLong("entry_id"),
                entry(row),
                row.getTimestamp("happened_at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                Optional.ofNullable(row.getString("staff_name")),
                corrects == 0 ? Optional.empty() : Optional.of(corrects),
                row.getBoolean("corrected"));
    }
}
