package org.guitu.simulators.lab;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guitu.geofence.replay.ReplayRow;
import org.guitu.geofence.schedule.WeeklySchedule;
import org.guitu.geofence.track.DeviceFact;
import org.guitu.geofence.zone.Area;
import org.jspecify.annotations.Nullable;

/** A day as text: the zones as GeoJSON (RFC 7946) and the track as CSV, in the form {@code ./guitu replay} reads. */
public final class LabFiles {

    private static final String HEADER =
            "deviceId,fixTime,receivedTime,lat,lon,valid,accuracyM,speedKmh,courseDeg,satellites,batteryPercent,alarms";

    private LabFiles() {}

    /** The order as a FeatureCollection. */
    public static String zones(LabDay day) {
        if (!(day.zone().order().ground().orElseThrow() instanceof Area.Circle circle)) {
            throw new IllegalArgumentException("the laboratory's homes are circles");
        }
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode feature = json.objectNode().put("type", "Feature");
        feature.putObject("geometry")
                .put("type", "Point")
                .putArray("coordinates")
                .add(circle.longitude())
                .add(circle.latitude());
        ObjectNode properties = feature.putObject("properties");
        properties
                .put("id", day.zone().id())
                .put("rule", day.zone().rule().name().toLowerCase(Locale.ROOT))
                .put("radiusM", circle.radiusMeters());
        day.zone().schedule().ifPresent(schedule -> properties.set("schedule", schedule(schedule)));
        ObjectNode collection = json.objectNode().put("type", "FeatureCollection");
        collection.putArray("features").add(feature);
        return collection.toPrettyString() + "\n";
    }

    private static ObjectNode schedule(WeeklySchedule schedule) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("timezone", schedule.zone().getId());
        for (WeeklySchedule.Window window : schedule.windows()) {
            ObjectNode weekly = node.withArray("weekly").addObject();
            window.days().stream()
                    .sorted()
                    .map(DayOfWeek::name)
                    .forEach(name -> weekly.withArray("days").add(name.substring(0, 3)));
            weekly.put("from", window.from().toString()).put("to", window.to().toString());
        }
        return node;
    }

    /** The reports in order of arrival, a header first. */
    public static String track(LabDay day) {
        return Stream.concat(Stream.of(HEADER), day.reports().stream().map(report -> line(report.row())))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(ReplayRow row) {
        return Stream.of(
                        row.deviceId(),
                        row.fixTime(),
                        row.receivedTime(),
                        text(row.latitude()),
                        text(row.longitude()),
                        row.valid(),
                        text(row.accuracyMeters()),
                        text(row.speedKmh()),
                        text(row.courseDegrees()),
                        text(row.satellites()),
                        text(row.batteryPercent()),
                        row.facts().stream()
                                .map(DeviceFact::name)
                                .sorted()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" ")))
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private static String text(@Nullable Number value) {
        return value == null ? "" : value.toString();
    }

    /** What truly happened: a line a violation. */
    public static String truth(LabDay day) {
        return Stream.concat(
                        Stream.of("start,end,depthM,abrupt,validFixes,due"),
                        day.violations().stream()
                                .map(violation -> String.join(
                                        ",",
                                        violation.start().toString(),
                                        violation.end().toString(),
                                        String.valueOf(Math.round(violation.depthMeters())),
                                        String.valueOf(violation.abrupt()),
                                        String.valueOf(violation.evidence().size()),
                                        String.valueOf(violation.due()))))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
