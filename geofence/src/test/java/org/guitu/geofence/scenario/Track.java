package org.guitu.geofence.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guitu.geofence.track.DeviceFact;
import org.guitu.geofence.track.Fix;

/**
 * Reports as a text table, a line each, in order of arrival:
 *
 * <pre>
 * 18:50     home                ±8m
 * 18:57     home+300m E         ±10m
 * 18:58:30  home+300m E         ±10m   arrives 19:30
 * d2 07:00  school              ±8m    sos tamper
 * 19:10     nowhere
 * </pre>
 *
 * Times are UTC; a table begins on 2026-03-02, a Monday, and {@code d2} is the day after. {@code nowhere} is a report without a position.
 */
public final class Track {

    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static final Pattern LINE = Pattern.compile(
            "(?<at>(?:d\\d+ )?[0-9:]+)\\s+(?<place>\\w+)(?:\\+(?<meters>\\d+)m (?<way>[NESW]))?(?:\\s+±(?<accuracy>\\d+)m)?"
                    + "(?<facts>(?:\\s+(?!arrives)[a-z_]+)*)(?:\\s+arrives (?<arrives>(?:d\\d+ )?[0-9:]+))?");

    private Track() {}

    /** The reports of a table. */
    public static List<Fix> parse(String table) {
        return parse(MONDAY, table);
    }

    /** The reports of a table whose first day is {@code first}. */
    public static List<Fix> parse(LocalDate first, String table) {
        var fixes = new ArrayList<Fix>();
        for (String line : table.lines().toList()) {
            if (!line.isBlank()) {
                fixes.add(fix(first, line.strip()));
            }
        }
        return fixes;
    }

    /** An instant as the tables write it. */
    public static Instant at(String text) {
        return instant(MONDAY, text);
    }

    /** One located report. */
    public static Fix fix(Instant at, Instant receivedAt, double east, double north, double accuracyMeters) {
        long hash = Double.hashCode(east) * 31L + Double.hashCode(north);
        return new Fix(
                at,
                receivedAt,
                hash,
                TestZones.LATITUDE + north / TestZones.METERS_NORTH,
                TestZones.LONGITUDE + east / TestZones.METERS_EAST,
                true,
                accuracyMeters,
                null,
                null,
                Fix.Source.GNSS,
                Set.of());
    }

    private static Fix fix(LocalDate first, String line) {
        Matcher m = LINE.matcher(line);
        if (!m.matches()) {
            throw new IllegalArgumentException("not a report: " + line);
        }
        Instant at = instant(first, m.group("at"));
        Instant receivedAt = m.group("arrives") == null ? at : instant(first, m.group("arrives"));
        double meters = m.group("meters") == null ? 0 : Double.parseDouble(m.group("meters"));
        String way = m.group("way") == null ? "" : m.group("way");
        double east = base(m.group("place")) + (way.equals("E") ? meters : way.equals("W") ? -meters : 0);
        double north = way.equals("N") ? meters : way.equals("S") ? -meters : 0;
        Set<DeviceFact> facts = EnumSet.noneOf(DeviceFact.class);
        for (String word : m.group("facts").strip().split("\\s+")) {
            if (!word.isEmpty()) {
                facts.add(DeviceFact.valueOf(word.toUpperCase(Locale.ROOT)));
            }
        }
        boolean located = !m.group("place").equals("nowhere");
        double accuracy = m.group("accuracy") == null ? 10 : Double.parseDouble(m.group("accuracy"));
        Fix plain = fix(at, receivedAt, east, north, accuracy);
        return new Fix(
                at,
                receivedAt,
                plain.contentHash() * 31 + facts.hashCode(),
                plain.latitude(),
                plain.longitude(),
                located,
                plain.accuracyMeters(),
                null,
                null,
                Fix.Source.GNSS,
                facts);
    }

    private static double base(String place) {
        return switch (place) {
            case "home", "nowhere" -> 0;
            case "school" -> 2000;
            case "town" -> 1000;
            default -> throw new IllegalArgumentException("no such place: " + place);
        };
    }

    private static Instant instant(LocalDate first, String text) {
        String[] words = text.split(" ");
        long days = words.length == 1 ? 0 : Long.parseLong(words[0].substring(1)) - 1;
        return first.plusDays(days)
                .atTime(LocalTime.parse(words[words.length - 1]))
                .toInstant(ZoneOffset.UTC);
    }
}
