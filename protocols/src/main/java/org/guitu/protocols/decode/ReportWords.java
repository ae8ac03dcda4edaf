package org.guitu.protocols.decode;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.guitu.protocols.report.Alarm;
import org.guitu.protocols.report.Position;
import org.guitu.protocols.report.Report;
import org.guitu.protocols.report.Report.Item;
import org.guitu.protocols.report.Report.Mark;
import org.jspecify.annotations.Nullable;

/** A canonical report in the neutral words that all wire formats share; what is absent is left out. */
final class ReportWords {

    private ReportWords() {}

    static Map<String, Object> of(Report report) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("deviceId", report.deviceId());
        if (report.fixTime() != null) {
            words.put("fixTime", time(report.fixTime()));
        }
        if (report.position() != null) {
            putPosition(report.position(), words);
        }
        put(words, "batteryPercent", report.batteryPercent());
        put(words, "charging", report.charging());
        words.put("alarms", report.alarms().stream().sorted().map(Alarm::word).toList());
        for (Mark mark : Mark.values()) {
            if (report.marks().contains(mark)) {
                words.put(word(mark), true);
            }
        }
        for (Item item : report.items()) {
            words.putIfAbsent(item.name(), item.value());
        }
        return words;
    }

    static String kind(Report report) {
        return report.kind().name().toLowerCase(Locale.ROOT);
    }

    private static void putPosition(Position position, Map<String, Object> words) {
        words.put("lat", position.latitude());
        words.put("lon", position.longitude());
        words.put("valid", position.valid());
        put(words, "speedKmh", position.speedKmh());
        put(words, "courseDeg", position.courseDegrees());
        put(words, "altitudeM", position.altitudeMeters());
        put(words, "accuracyM", position.accuracyMeters());
        put(words, "satellites", position.satellites());
        put(words, "hdop", position.hdop());
    }

    /** To the second, as all the formats' fixes are meant. */
    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@code ZERO_COORDINATES} becomes {@code zeroCoordinates}. */
    private static String word(Mark mark) {
        String[] parts = mark.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder word = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            word.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
        }
        return word.toString();
    }

    private static void put(Map<String, Object> words, String key, @Nullable Object value) {
        if (value != null) {
            words.put(key, value);
        }
    }
}
