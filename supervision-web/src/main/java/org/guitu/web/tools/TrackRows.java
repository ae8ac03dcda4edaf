package org.guitu.web.tools;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guitu.geofence.replay.ReplayRow;
import org.guitu.ingest.pipeline.Fixes;
import org.guitu.protocols.report.Alarm;
import org.guitu.protocols.report.Plausibility;
import org.jspecify.annotations.Nullable;

/** Rows of a recorded track: CSV by the names of its header. Strict: a row that is not whole is refused, not guessed at. */
final class TrackRows {

    private static final List<String> NEEDED = List.of("deviceId", "fixTime", "receivedTime", "lat", "lon", "valid");

    private final Map<String, Integer> columns = new HashMap<>();
    private final int width;

    /**
     * @param header the first line of the file
     * @throws BadInput if a needed column is missing or one comes twice
     */
    TrackRows(String header) {
        List<String> names = CsvLine.split(header.startsWith("\ufeff") ? header.substring(1) : header);
        width = names.size();
        for (int i = 0; i < width; i++) {
            if (columns.put(names.get(i).strip(), i) != null) {
                throw new BadInput("column " + names.get(i).strip() + " comes twice");
            }
        }
        for (String name : NEEDED) {
            if (!columns.containsKey(name)) {
                throw new BadInput("column " + name + " is missing");
            }
        }
    }

    /**
     * Reads one row.
     *
     * @throws BadInput if it cannot be used
     */
    ReplayRow read(String line) {
        List<String> fields;
        try {
            fields = CsvLine.split(line);
        } catch (IllegalArgumentException malformed) {
            throw new BadInput(String.valueOf(malformed.getMessage()));
        }
        if (fields.size() != width) {
            throw new BadInput(fields.size() + " fields where the header has " + width);
        }
        String deviceId = text(fields, "deviceId");
        if (deviceId.isEmpty()) {
            throw new BadInput("deviceId is empty");
        }
        Instant receivedTime = instant(fields, "receivedTime");
        Instant fixTime = instant(fields, "fixTime");
        if (Plausibility.DEFAULT.suspects(fixTime, receivedTime)) {
            throw new BadInput("fixTime cannot be: before 2015 or ahead of receivedTime");
        }
        return new ReplayRow(
                deviceId,
                fixTime,
                receivedTime,
                number(fields, "lat", -90, 90),
                number(fields, "lon", -180, 180),
                bool(fields, "valid"),
                number(fields, "accuracyM", 0, 1e7),
                number(fields, "speedKmh", 0, 1e5),
                number(fields, "courseDeg", -360, 720),
                Optional.ofNullable(number(fields, "satellites", 0, 1000))
                        .map(Double::intValue)
                        .orElse(null),
                number(fields, "batteryPercent", 0, 100),
                Fixes.facts(alarms(fields), Set.of()));
    }

    private String text(List<String> fields, String name) {
        Integer column = columns.get(name);
        return column == null ? "" : fields.get(column).strip();
    }

    private Instant instant(List<String> fields, String name) {
        try {
            return Instant.parse(text(fields, name));
        } catch (DateTimeParseException malformed) {
            throw new BadInput(name + " is not an instant like 2026-01-31T08:00:00Z");
        }
    }

    private @Nullable Double number(List<String> fields, String name, double min, double max) {
        String text = text(fields, name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            double value = Double.parseDouble(text);
            if (value >= min && value <= max) {
                return value;
            }
            throw new BadInput(name + " is out of range");
        } catch (NumberFormatException malformed) {
            throw new BadInput(name + " is not a number");
        }
    }

    private boolean bool(List<String> fields, String name) {
        return switch (text(fields, name).toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new BadInput(name + " is neither true nor false");
        };
    }

    /** Alarm words apart by {@code |}, {@code ;} or space; a word that is none refuses the row. */
    private Set<Alarm> alarms(List<String> fields) {
        Set<Alarm> alarms = EnumSet.noneOf(Alarm.class);
        for (String word : text(fields, "alarms").split("[|; ]+", -1)) {
            if (!word.isEmpty()) {
                alarms.add(alarm(word));
            }
        }
        return alarms;
    }

    private static Alarm alarm(String word) {
        for (Alarm alarm : Alarm.values()) {
            if (alarm.word().equals(word.toLowerCase(Locale.ROOT))) {
                return alarm;
            }
        }
        throw new BadInput("no alarm is named " + word);
    }
}
