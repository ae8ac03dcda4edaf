package org.guitu.simulators.lab;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.guitu.geofence.replay.Replay;
import org.guitu.geofence.replay.ReplayRow;
import org.guitu.geofence.rule.Order;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.zone.Area;
import org.guitu.simulators.city.LatLon;

/**
 * One device-day whose truth is known: a home circle to stay in, all day or in the hours of a curfew, and what a device reports of it.
 *
 * @param seed makes it again
 * @param zone the order
 * @param intervalSeconds the plan
 * @param reports in order of arrival
 * @param violations in order of time
 */
public record LabDay(
        long seed, Replay.Zone zone, double intervalSeconds, List<LabReport> reports, List<LabViolation> violations) {

    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    /** The day's end. */
    public static final Instant END = START.plusSeconds(86_400);

    private static final LatLon HOME = new LatLon(30.66, 104.06);
    private static final WeeklySchedule CURFEW = new WeeklySchedule(
            ZoneId.of("Asia/Shanghai"),
            List.of(new WeeklySchedule.Window(
                    EnumSet.allOf(DayOfWeek.class), LocalTime.of(20, 0), LocalTime.of(6, 0))));

    public LabDay {
        reports = List.copyOf(reports);
        violations = List.copyOf(violations);
    }

    /** The day of a family's receiver. */
    public static LabDay of(LabFamily family, long seed) {
        return of(family.noise(), seed);
    }

    /** The day of a receiver that errs like this. Truth, errors, clock and network each have their own stream of chance. */
    public static LabDay of(LabNoise noise, long seed) {
        var root = new SplittableRandom(seed * 0x9E37_79B9L + 17);
        LabTruth truth = LabTruth.of(root.split());
        List<LabFix> fixes = new Receiver(noise, truth, root.split()).day();
        var clock = new Clock(noise, truth.intervalSeconds(), root.split());
        String device = "lab-" + seed;
        Map<LabFix, LabReport> made = new HashMap<>();
        for (LabFix fix : fixes) {
            Instant at = Delivery.instant(fix.second());
            made.put(fix, new LabReport(row(device, fix, clock.read(at), at), fix.origin(), at));
        }
        var reports = new ArrayList<LabReport>();
        for (Delivery.Arrival arrival : new Delivery(noise, root.split()).deliver(fixes, truth.intervalSeconds())) {
            LabReport report = made.get(arrival.fix());
            if (report != null) {
                ReplayRow row = received(report.row(), Delivery.instant(arrival.second()));
                reports.add(new LabReport(row, report.origin(), report.trueTime()));
            }
        }
        return new LabDay(seed, zone(truth), truth.intervalSeconds(), reports, violations(truth, reports));
    }

    private static Replay.Zone zone(LabTruth truth) {
        return new Replay.Zone(
                "home",
                Order.stayIn(new Area.Circle(HOME.latitude(), HOME.longitude(), truth.edgeMeters())),
                truth.curfew() ? Optional.of(CURFEW) : Optional.empty());
    }

    private static ReplayRow row(String device, LabFix fix, Instant fixTime, Instant receivedTime) {
        boolean placed = fix.origin() != Origin.NONE;
        LatLon at = HOME.offset(fix.east(), fix.north());
        return new ReplayRow(
                device,
                fixTime,
                receivedTime,
                placed ? Double.valueOf(Math.round(at.latitude() * 1e7) / 1e7) : null,
                placed ? Double.valueOf(Math.round(at.longitude() * 1e7) / 1e7) : null,
                placed,
                fix.accuracyMeters(),
                fix.speedKmh(),
                fix.courseDegrees(),
                fix.satellites(),
                null,
                Set.of());
    }

    private static ReplayRow received(ReplayRow row, Instant at) {
        return new ReplayRow(
                row.deviceId(),
                row.fixTime(),
                at,
                row.latitude(),
                row.longitude(),
                row.valid(),
                row.accuracyMeters(),
                row.speedKmh(),
                row.courseDegrees(),
                row.satellites(),
                row.batteryPercent(),
                row.facts());
    }

    private static List<LabViolation> violations(LabTruth truth, List<LabReport> reports) {
        var violations = new ArrayList<LabViolation>();
        for (Outing outing : truth.outings()) {
            if (!outing.excused()) {
                Instant from = Delivery.instant(outing.from());
                Instant to = Delivery.instant(outing.to());
                violations.add(
                        new LabViolation(from, to, outing.depthMeters(), outing.abrupt(), evidence(reports, from, to)));
            }
        }
        return violations;
    }

    private static List<LabReport> evidence(List<LabReport> reports, Instant from, Instant to) {
        Map<Instant, LabReport> first = new HashMap<>();
        for (LabReport report : reports) {
            Instant at = report.trueTime();
            if (report.origin() == Origin.HONEST && report.timely() && !at.isBefore(from) && at.isBefore(to)) {
                first.putIfAbsent(at, report);
            }
        }
        return first.values().stream()
                .sorted(Comparator.comparing(LabReport::trueTime))
                .toList();
    }
}
