package org.guitu.web.places;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guitu.ingest.store.Partitions;
import org.guitu.ingest.store.PositionRow;
import org.guitu.ingest.store.PositionTable;
import org.guitu.web.CaseWorld;
import org.guitu.web.orders.Ground;

/** People whose stays are stored as if their bracelets had reported every few minutes; times are Shanghai's wall clock. */
public final class PlaceWorld {

    private static final double DEGREES_A_METER_NORTH = 1 / 110_900.0;

    private final CaseWorld world;

    public PlaceWorld(CaseWorld world) {
        this.world = world;
    }

    /** Someone with an authorised bracelet since thirty-five days ago. */
    public record Worn(long personId, long deviceId) {}

    public Worn monitored(String name) {
        long person = world.person(name);
        long device = world.bracelet();
        LocalDate since = world.today().minusDays(35);
        world.services
                .devices()
                .assign(world.officer, device, person, since + "T08:00")
                .orThrow();
        world.authorise(person, Ground.INJUNCTION_BREACHED, "测矫定〔2026〕" + person + "号", since);
        return new Worn(person, device);
    }

    /** Yesterday at a time, as forms write it. */
    public String yesterday(String time) {
        return world.today().minusDays(1) + "T" + time;
    }

    /** Stored reports from one wall-clock time to another. */
    public void stay(
            Worn worn, LocalDateTime from, LocalDateTime to, int everyMinutes, double latitude, double longitude) {
        List<PositionRow> rows = new ArrayList<>();
        Set<LocalDate> days = new HashSet<>();
        for (LocalDateTime at = from; !at.isAfter(to); at = at.plusMinutes(everyMinutes)) {
            Instant instant = at.atZone(CaseWorld.SHANGHAI).toInstant();
            // A few metres of wander, the same each time.
            double off = instant.getEpochSecond() / 60 % 7 * 2 * DEGREES_A_METER_NORTH;
            rows.add(row(worn, instant, latitude + off, longitude));
            days.add(Partitions.day(instant));
        }
        new Partitions(world.web.database(), Duration.ofDays(400)).ensure(days, Instant.now());
        world.web.jdbi().useTransaction(handle -> {
            try {
                new PositionTable().insert(handle, rows);
            } catch (SQLException failed) {
                throw new IllegalStateException("cannot store reports for the test", failed);
            }
        });
    }

    /**
     * Sixteen days: nights at home, days at work two kilometres north; yesterday three hours at a place never seen before instead of work.
     */
    public void habits(Worn worn, double latitude, double longitude) {
        double work = latitude + 2000 * DEGREES_A_METER_NORTH;
        for (int ago = 16; ago >= 1; ago--) {
            LocalDate day = world.today().minusDays(ago);
            stay(worn, at(day, "20:00"), at(day.plusDays(1), "07:30"), 15, latitude, longitude);
            if (ago > 1) {
                stay(worn, at(day, "08:00"), at(day, "17:30"), 15, work, longitude);
            }
        }
        LocalDate yesterday = world.today().minusDays(1);
        stay(
                worn,
                at(yesterday, "07:45"),
                at(yesterday, "14:00"),
                15,
                latitude + 800 * DEGREES_A_METER_NORTH,
                longitude);
    }

    public static LocalDateTime at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time));
    }

    private static PositionRow row(Worn worn, Instant at, double latitude, double longitude) {
        return new PositionRow(
                worn.deviceId(),
                at,
                at.getEpochSecond(),
                worn.personId(),
                at.plusSeconds(2),
                latitude,
                longitude,
                true,
                8f,
                0f,
                0f,
                5f,
                11,
                null,
                80f,
                1,
                0,
                0);
    }
}
