package org.guitu.geofence.places;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guitu.geofence.scenario.TestZones;
import org.guitu.geofence.scenario.Track;
import org.guitu.geofence.track.Fix;

/**
 * Days as a text table, a line a stay; what lies between the lines is without fixes:
 *
 * <pre>
 * d1 08:00 - 12:00      home           every 5m
 * d1 12:10 - 12:40      home+600m E    ±30m
 * d1-d20 21:00 - d+1 07:00  home
 * d1-d10 09:00 - 17:00  town           wild 60m
 * d2 13:00 - 13:30      home           cell
 * d2 14:00 - 14:20      home to town
 * </pre>
 *
 * Times are UTC, d1 is Monday, 2026-03-02. {@code d1-d20} repeats the line each day; {@code wild 60m} adds a fix 300 m off that claims 2 m
 * each hour; {@code to} walks there in a straight line. With a noise in metres every fix is off by a drift of its own and of its hour.
 */
final class Stays {

    static final double HOME = 0;

    private static final Pattern LINE = Pattern.compile(
            "d(?<day>\\d+)(?:-d(?<last>\\d+))? (?<from>[0-9:]+) - (?<over>d\\+1 )?(?<to>[0-9:]+)\\s+(?<place>\\w+)(?:\\+(?<meters>\\d+)m (?<way>[NESW]))?"
                    + "(?: to (?<goal>\\w+))?(?:\\s+±(?<accuracy>\\d+)m)?(?<cell>\\s+cell)?(?:\\s+every (?<every>\\d+)m)?(?<wild>\\s+wild)?");

    private Stays() {}

    static List<Fix> parse(String table) {
        return parse(table, 0, 1);
    }

    static List<Fix> parse(String table, double noiseMeters, long seed) {
        Random random = new Random(seed);
        List<Fix> fixes = new ArrayList<>();
        for (String line : table.lines().filter(text -> !text.isBlank()).toList()) {
            Matcher m = LINE.matcher(line.strip());
            if (!m.matches()) {
                throw new IllegalArgumentException("not a stay: " + line);
            }
            int first = Integer.parseInt(m.group("day"));
            int last = m.group("last") == null ? first : Integer.parseInt(m.group("last"));
            for (int day = first; day <= last; day++) {
                stay(m, day, noiseMeters, random, fixes);
            }
        }
        return fixes;
    }

    private static void stay(Matcher m, int day, double noise, Random random, List<Fix> fixes) {
        Instant from = Track.at("d" + day + " " + m.group("from"));
        Instant to = Track.at("d" + (m.group("over") == null ? day : day + 1) + " " + m.group("to"));
        Duration every = Duration.ofMinutes(m.group("every") == null ? 5 : Long.parseLong(m.group("every")));
        double accuracy = m.group("accuracy") == null ? 10 : Double.parseDouble(m.group("accuracy"));
        double[] start = ground(m.group("place"), m.group("meters"), m.group("way"));
        double[] end = m.group("goal") == null ? start : ground(m.group("goal"), null, null);
        double total = Duration.between(from, to).toMillis();
        double[] drift = {0, 0};
        int count = 0;
        for (Instant at = from; !at.isAfter(to); at = at.plus(every)) {
            if (count++ % 12 == 0) {
                drift = new double[] {random.nextGaussian() * noise, random.nextGaussian() * noise};
            }
            double share = total == 0 ? 0 : Duration.between(from, at).toMillis() / total;
            double east = start[0] + share * (end[0] - start[0]) + drift[0] + random.nextGaussian() * noise / 2;
            double north = start[1] + share * (end[1] - start[1]) + drift[1] + random.nextGaussian() * noise / 2;
            fixes.add(m.group("cell") == null ? Track.fix(at, at, east, north, accuracy) : cell(at, east + 400, north));
            if (m.group("wild") != null && count % 12 == 6) {
                Instant wild = at.plus(every.dividedBy(2));
                fixes.add(Track.fix(wild, wild, start[0] + 300, start[1] - 100, 2));
            }
        }
    }

    private static Fix cell(Instant at, double east, double north) {
        Fix fix = Track.fix(at, at, east, north, 1);
        return new Fix(
                at,
                at,
                fix.contentHash(),
                fix.latitude(),
                fix.longitude(),
                true,
                null,
                null,
                null,
                Fix.Source.CELL,
                Set.of());
    }

    private static double[] ground(String place, String meters, String way) {
        double length = meters == null ? 0 : Double.parseDouble(meters);
        double east = switch (place) {
            case "home" -> HOME;
            case "town" -> 1000;
            case "school" -> 2000;
            default -> throw new IllegalArgumentException("no such place: " + place);
        };
        String to = way == null ? "" : way;
        return new double[] {
            east + (to.equals("E") ? length : to.equals("W") ? -length : 0),
            to.equals("N") ? length : to.equals("S") ? -length : 0
        };
    }

    /** {@code d2 08:30}; the day is left out on the first. */
    static String time(Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        long day = Duration.between(Track.at("00:00"), instant).toDays() + 1;
        return (day == 1 ? "" : "d" + day + " ") + time.toLocalTime();
    }

    /** The place of the ground nearest to a point: {@code town}, or {@code town+230m}. */
    static String ground(double latitude, double longitude) {
        double east = (longitude - TestZones.LONGITUDE) * TestZones.METERS_EAST;
        double north = (latitude - TestZones.LATITUDE) * TestZones.METERS_NORTH;
        String place = east < 500 ? "home" : east < 1500 ? "town" : "school";
        double off = Math.hypot(east - ground(place, null, null)[0], north);
        return off <= 40 ? place : place + "+" + Math.round(off / 10) * 10 + "m";
    }

    /** {@code 3h 20m}. */
    static String span(Duration duration) {
        return (duration.toHours() == 0 ? "" : duration.toHours() + "h ") + duration.toMinutesPart() + "m";
    }
}
