package org.guitu.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guitu.protocols.report.Alarm;

/** Compares stored reports with the neutral objects of the vectors. */
final class StoredRows {

    private static final String POSITIONS = """
            select p.*, d.identity, false as untimed from telemetry.position p join telemetry.device d using (device_id)
            """;
    private static final String UNTIMED = """
            select u.*, u.claimed_time as fix_time, d.identity, true as untimed
              from telemetry.report_untimed u join telemetry.device d using (device_id)
            """;

    private StoredRows() {}

    static List<Map<String, Object>> all(TestIngest ingest) {
        List<Map<String, Object>> rows = new ArrayList<>(ingest.rows(POSITIONS));
        rows.addAll(ingest.rows(UNTIMED));
        return rows;
    }

    /** Whether a row is what the object says, and in the table where it belongs. */
    static boolean matches(JsonNode expected, Map<String, Object> row, String identity, Instant now) {
        return row.get("identity").equals(identity)
                && isWhereItBelongs(expected, row, now)
                && timeMatches(expected, row)
                && near(expected, "lat", row.get("latitude"), 1e-5)
                && near(expected, "lon", row.get("longitude"), 1e-5)
                && near(expected, "speedKmh", row.getOrDefault("speed_kmh", null), 0.1, row)
                && near(expected, "courseDeg", row.getOrDefault("course_deg", null), 0.1, row)
                && near(expected, "altitudeM", row.getOrDefault("altitude_m", null), 0.1, row)
                && near(expected, "satellites", row.getOrDefault("satellites", null), 0, row)
                && near(expected, "batteryPercent", row.get("battery_percent"), 0.1)
                && locatedMatches(expected, row)
                && alarmsMatch(expected, row);
    }

    /** An object without a time says nothing of the table, unless it says that the time is no time. */
    private static boolean isWhereItBelongs(JsonNode expected, Map<String, Object> row, Instant now) {
        boolean saysNothing = !expected.has("fixTime")
                && !expected.path("timeInvalid").asBoolean()
                && !expected.path("timeSuspect").asBoolean();
        return saysNothing || row.get("untimed").equals(belongsApart(expected, now));
    }

    private static boolean belongsApart(JsonNode expected, Instant now) {
        if (!expected.has("fixTime")) {
            return true;
        }
        if (expected.get("fixTime").asText().equals("*")) {
            return expected.path("fixTimeText").asText("").compareTo("2015") < 0;
        }
        Instant fixTime = Instant.parse(expected.get("fixTime").asText());
        return expected.path("timeSuspect").asBoolean()
                || expected.path("timeInvalid").asBoolean()
                || fixTime.isBefore(Instant.parse("2015-01-01T00:00:00Z"))
                || fixTime.isAfter(now.plus(Duration.ofMinutes(10)));
    }

    private static boolean timeMatches(JsonNode expected, Map<String, Object> row) {
        if (!expected.has("fixTime") || expected.get("fixTime").asText().equals("*")) {
            return true;
        }
        if (!(row.get("fix_time") instanceof java.sql.Timestamp stored)) {
            return false;
        }
        // The vectors give whole seconds; phones send milliseconds.
        return stored.toInstant().getEpochSecond()
                == Instant.parse(expected.get("fixTime").asText()).getEpochSecond();
    }

    private static boolean near(JsonNode expected, String key, Object stored, double tolerance) {
        if (!expected.has(key) || !expected.get(key).isNumber()) {
            return true;
        }
        return stored instanceof Number number
                && Math.abs(number.doubleValue() - expected.get(key).asDouble()) <= tolerance;
    }

    private static boolean near(
            JsonNode expected, String key, Object stored, double tolerance, Map<String, Object> row) {
        return row.get("untimed").equals(true) || near(expected, key, stored, tolerance);
    }

    private static boolean locatedMatches(JsonNode expected, Map<String, Object> row) {
        if (!expected.has("valid")) {
            return true;
        }
        boolean doubted = expected.path("zeroCoordinates").asBoolean()
                || expected.path("coordinatesInvalid").asBoolean()
                || expected.path("lastKnownOnly").asBoolean()
                || areEncrypted(expected);
        return row.get("located").equals(expected.get("valid").asBoolean() && !doubted);
    }

    /** JT/T 808 status bit 5: shifted by a plug-in, not to be plotted. */
    private static boolean areEncrypted(JsonNode expected) {
        return (Long.parseLong(expected.path("statusBits").asText("0"), 16) & 1 << 5) != 0;
    }

    private static boolean alarmsMatch(JsonNode expected, Map<String, Object> row) {
        Set<String> words = new HashSet<>();
        Alarm.ofBits(((Number) row.get("alarms")).intValue()).forEach(alarm -> words.add(alarm.word()));
        for (JsonNode word : expected.path("alarms")) {
            if (!words.contains(word.asText())) {
                return false;
            }
        }
        for (JsonNode word : expected.path("alarmsAbsent")) {
            if (words.contains(word.asText())) {
                return false;
            }
        }
        return true;
    }
}
