package org.guitu.ingest.admit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.guitu.geofence.schedule.Span;

/**
 * Instants of each day that nobody knows beforehand, and a few minutes around each. The day's hours are cut into as many equal parts as there are
 * points, and one instant is drawn from each. What is drawn follows from the seed and the date alone, by a generator whose algorithm its
 * documentation lays down: so the points of a day long gone can be told again, and must never be drawn in another way.
 *
 * @param seed of this one plan
 * @param perDay how many
 * @param from when the first may be, by the wall clock
 * @param to before when the last must be; later on the same day
 * @param minutesAround how many minutes before and after each belong to it
 */
public record RandomPoints(long seed, int perDay, LocalTime from, LocalTime to, ZoneId zone, int minutesAround) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int PER_DAY_MAX = 100;
    private static final int MINUTES_MAX = 720;

    public RandomPoints {
        if (perDay < 1 || perDay > PER_DAY_MAX || minutesAround < 1 || minutesAround > MINUTES_MAX) {
            throw new IllegalArgumentException("too few or too many points, or too much around them");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("points are drawn between two times of one day");
        }
    }

    /** The points of a day, the earliest first. */
    public List<Instant> on(LocalDate day) {
        Random random = new Random(mixed(seed + day.toEpochDay() * GOLDEN));
        Instant start = day.atTime(from).atZone(zone).toInstant();
        long part = Math.max(
                1,
                Duration.between(start, day.atTime(to).atZone(zone).toInstant()).toSeconds() / perDay);
        List<Instant> points = new ArrayList<>();
        for (int i = 0; i < perDay; i++) {
            points.add(start.plusSeconds(i * part + Math.floorMod(random.nextInt(), part)));
        }
        return points;
    }

    /** Whether an instant belongs to a point: the minutes before it count, and those after it but for their last instant. */
    public boolean near(Instant instant) {
        return !spans(instant, instant.plusNanos(1)).isEmpty();
    }

    /** The stretches around points, as far as they lie between two instants; not merged. */
    List<Span> spans(Instant from, Instant to) {
        Duration around = Duration.ofMinutes(minutesAround);
        LocalDate last = LocalDate.ofInstant(to.plus(around), zone);
        List<Span> spans = new ArrayList<>();
        for (LocalDate day = LocalDate.ofInstant(from.minus(around), zone); !day.isAfter(last); day = day.plusDays(1)) {
            for (Instant point : on(day)) {
                Instant begin = later(point.minus(around), from);
                Instant end = earlier(point.plus(around), to);
                if (begin.isBefore(end)) {
                    spans.add(new Span(begin, end));
                }
            }
        }
        return spans;
    }

    /** Every bit depends on every other (the finisher of SplitMix64): days that follow each other have nothing in common. */
    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
