package org.guitu.web.tracks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guitu.ingest.store.TrackPoint;
import org.guitu.web.http.Json;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;
import org.guitu.web.zones.Zone;
import org.guitu.web.zones.ZoneWords;
import org.jspecify.annotations.Nullable;

/**
 * The words of a track: map, findings, and the points page by page with the gaps between them.
 *
 * @param estimated the legend of dashed error circles, {@code ""} if every device reported its error
 */
public record TrackView(
        String base,
        String personHref,
        String person,
        String period,
        String purpose,
        String summary,
        String cut,
        String absence,
        String mapJson,
        long gapSeconds,
        String timeZone,
        String estimated,
        List<Found> findings,
        List<Row> rows,
        int pageNumber,
        int pages,
        String pageWords) {

    /** Rows on one page of the list. */
    static final int ROWS = 100;

    /** One thing the judge found. */
    public record Found(String kind, String zone, String span) {}

    /**
     * One point, or what stands between two: the next day, or a gap.
     *
     * @param index of the point on the map, -1 for what stands between
     * @param between its words
     * @param gap whether it is a gap
     * @param late how much later it was received, {@code ""} if at once
     */
    public record Row(
            int index,
            String between,
            boolean gap,
            String at,
            String received,
            String accuracy,
            String speed,
            String satellites,
            String late,
            boolean located) {

        static Row between(String words, boolean gap) {
            return new Row(-1, words, gap, "", "", "", "", "", "", false);
        }
    }

    static TrackView of(Page page, Person person, Track track, int wanted) {
        Viewing viewing = track.viewing();
        int pages = Math.max(1, (track.points().size() + ROWS - 1) / ROWS);
        int number = Math.clamp(wanted, 1, pages);
        return new TrackView(
                "/people/" + person.id() + "/track/" + viewing.id(),
                "/people/" + person.id(),
                person.name(),
                page.text(
                        "tracks.span",
                        page.times().minute(viewing.from()),
                        page.times().minute(viewing.to())),
                page.text("tracks.purpose." + viewing.purpose()) + " · " + viewing.reason(),
                summary(page, track),
                track.cut() ? page.text("tracks.cut", Integer.toString(TrackService.POINTS_MAX)) : "",
                track.absence().map(why -> page.text("tracks.absence." + why)).orElse(""),
                Json.slot(slot(track)),
                track.gapAfter().toSeconds(),
                page.times().zone().getId(),
                track.points().stream()
                                .anyMatch(point -> PointError.of(point)
                                        .map(PointError::estimated)
                                        .orElse(false))
                        ? page.text("tracks.estimated")
                        : "",
                findings(page, track),
                rows(page, track, (number - 1) * ROWS),
                number,
                pages,
                page.text("tracks.page", Integer.toString(number), Integer.toString(pages)));
    }

    private static String summary(Page page, Track track) {
        long gaps = 0;
        for (int i = 1; i < track.points().size(); i++) {
            if (gap(track, i).compareTo(track.gapAfter()) > 0) {
                gaps++;
            }
        }
        long late = track.points().stream().filter(Track::late).count();
        return page.text(
                "tracks.summary", Integer.toString(track.points().size()), Long.toString(gaps), Long.toString(late));
    }

    private static Duration gap(Track track, int index) {
        return Duration.between(
                track.points().get(index - 1).fixTime(),
                track.points().get(index).fixTime());
    }

    private static List<Found> findings(Page page, Track track) {
        Map<Long, String> names =
                track.zones().stream().collect(Collectors.toMap(Zone::ruleId, Zone::name, (first, second) -> first));
        Function<Instant, String> minute = page.times()::minute;
        return track.findings().stream()
                .map(found -> new Found(
                        page.text("tracks.finding." + found.kind()),
                        found.ruleId().map(rule -> names.getOrDefault(rule, "")).orElse(""),
                        page.text(
                                "tracks.span",
                                minute.apply(found.from()),
                                found.to().map(minute).orElse(page.text("tracks.lasting")))))
                .toList();
    }

    private static List<Row> rows(Page page, Track track, int first) {
        List<Row> rows = new ArrayList<>();
        for (int i = first; i < Math.min(first + ROWS, track.points().size()); i++) {
            TrackPoint point = track.points().get(i);
            if (i == first
                    || !day(page, point.fixTime())
                            .equals(day(page, track.points().get(i - 1).fixTime()))) {
                rows.add(Row.between(day(page, point.fixTime()), false));
            }
            if (i > 0 && gap(track, i).compareTo(track.gapAfter()) > 0) {
                rows.add(Row.between(page.text("tracks.gap", page.span(gap(track, i))), true));
            }
            Duration delay = Duration.between(point.fixTime(), point.receivedAt());
            rows.add(new Row(
                    i,
                    "",
                    false,
                    page.times().clock(point.fixTime()),
                    day(page, point.fixTime()).equals(day(page, point.receivedAt()))
                            ? page.times().clock(point.receivedAt())
                            : page.times().second(point.receivedAt()),
                    PointError.of(point).map(error -> error(page, error)).orElse(page.text("tracks.no-fix")),
                    rounded(page, "tracks.kmh", point.speedKmh()),
                    point.satellites() == null ? "" : point.satellites().toString(),
                    Track.late(point) ? page.text("tracks.late", page.span(delay)) : "",
                    point.located()));
        }
        return rows;
    }

    private static String day(Page page, Instant instant) {
        return page.times().date(instant);
    }

    private static String error(Page page, PointError error) {
        return page.text(
                error.estimated() ? "tracks.meters.estimated" : "tracks.meters",
                Long.toString(Math.round(error.meters())));
    }

    private static String rounded(Page page, String key, @Nullable Double value) {
        return value == null ? "" : page.text(key, Long.toString(Math.round(value)));
    }

    /** The zones as the map takes them; those that were broken in the period are marked. */
    private static ObjectNode zones(Track track) {
        Set<Long> broken = track.findings().stream()
                .flatMap(found -> found.ruleId().stream())
                .collect(Collectors.toSet());
        ObjectNode zones = ZoneWords.features(track.zones());
        for (int i = 0; i < track.zones().size(); i++) {
            if (broken.contains(track.zones().get(i).ruleId())) {
                zones.withArray("/features").get(i).withObject("/properties").put("breached", true);
            }
        }
        return zones;
    }

    private static ObjectNode slot(Track track) {
        ObjectNode slot = Json.mapper().createObjectNode();
        slot.set("zones", zones(track));
        ArrayNode points = slot.putArray("track");
        for (TrackPoint point : track.points()) {
            if (point.latitude() == null || point.longitude() == null) {
                continue;
            }
            ObjectNode node = points.addObject()
                    .put("at", point.fixTime().toString())
                    .put("lat", point.latitude())
                    .put("lon", point.longitude())
                    .put("located", point.located());
            PointError.of(point)
                    .ifPresent(error -> node.put("accuracyM", error.meters()).put("estimated", error.estimated()));
            if (point.speedKmh() != null) {
                node.put("speedKmh", point.speedKmh());
            }
        }
        return slot;
    }
}
