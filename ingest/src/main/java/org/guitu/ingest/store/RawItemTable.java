package org.guitu.ingest.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guitu.protocols.report.Report.Item;
import org.jdbi.v3.core.Handle;

/** Writes {@code telemetry.raw_item}: raw words and unknown items, one counted row for each distinct value a device sends. */
public final class RawItemTable {

    /** Longer values are cut: an item is at most 255 bytes on the wire, and a row of the index at most 2,704. */
    private static final int VALUE_MAX = 600;

    /** Of one byte a character, as hexadecimal is: a whole message that nobody understands, 1,023 bytes. */
    private static final int PLAIN_VALUE_MAX = 2_100;

    private static final String UPSERT = """
            insert into telemetry.raw_item as known (device_id, name, value, first_at, last_at, seen)
            select device_id, name, value, at, at, seen
              from unnest(?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::bigint[]) as sent (device_id, name, value, at, seen)
            on conflict (device_id, name, value) do update
               set last_at = greatest(known.last_at, excluded.last_at), seen = known.seen + excluded.seen
            """;

    private static final String TRIM = """
            delete from telemetry.raw_item old using (
                select device_id, name, value,
                       row_number() over (partition by device_id order by last_at desc) as place
                  from telemetry.raw_item) ranked
             where ranked.place > ? and old.device_id = ranked.device_id and old.name = ranked.name and old.value = ranked.value
            """;

    /** One item of one report. */
    public record Row(long deviceId, Item item, Instant at) {}

    private record Key(long deviceId, String name, String value) {}

    private record Count(Key key, Instant at, long seen) {}

    /** Counts items. */
    public void count(Handle handle, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        List<Count> counts = new ArrayList<>(merge(rows).values());
        counts.sort(Comparator.comparingLong((Count count) -> count.key().deviceId())
                .thenComparing(count -> count.key().name())
                .thenComparing(count -> count.key().value()));
        try (PreparedStatement statement = handle.getConnection().prepareStatement(UPSERT)) {
            new Columns<>(statement, counts)
                    .add("int8", count -> count.key().deviceId())
                    .add("text", count -> count.key().name())
                    .add("text", count -> count.key().value())
                    .add("timestamptz", Count::at)
                    .add("int8", Count::seen);
            statement.executeUpdate();
        }
    }

    /** Forgets the oldest values of devices that have more than {@code perDevice}: items that change with every report. */
    public int trim(Handle handle, int perDevice) {
        return handle.execute(TRIM, perDevice);
    }

    private static Map<Key, Count> merge(List<Row> rows) {
        Map<Key, Count> counts = new HashMap<>();
        for (Row row : rows) {
            Key key = new Key(
                    row.deviceId(),
                    clean(row.item().name()),
                    clean(String.valueOf(row.item().value())));
            counts.merge(
                    key,
                    new Count(key, row.at(), 1),
                    (a, b) -> new Count(key, a.at().isAfter(b.at()) ? a.at() : b.at(), a.seen() + b.seen()));
        }
        return counts;
    }

    /** PostgreSQL holds no NUL in text. */
    private static String clean(String text) {
        int max = text.length() > VALUE_MAX && text.chars().allMatch(c -> c < 0x80) ? PLAIN_VALUE_MAX : VALUE_MAX;
        String whole = text.length() <= max ? text : text.substring(0, max);
        return whole.indexOf('\0') < 0 ? whole : whole.replace('\0', '\uFFFD');
    }
}
