package org.guitu.web.places;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.guitu.geofence.places.Near.Sighting;
import org.guitu.web.http.Json;
import org.guitu.web.places.NearPeople.Found;
import org.guitu.web.places.NearPeople.Part;
import org.guitu.web.ui.Page;

/** The words about who was near a place. */
public record NearView(
        String place,
        String period,
        String purpose,
        String summary,
        String mapJson,
        String fit,
        String timeZone,
        String cut,
        List<Row> near,
        String partlyTitle,
        List<Partly> partly,
        UnseenView unseen) {

    /** Fixes that are drawn; a map with more tells nothing. */
    private static final int POINTS_MAX = 2_000;

    /** Someone who was, or may have been, near. */
    public record Row(PersonLink who, String verdict, String tone, String nearest, String seen, String unobserved) {}

    /** Someone seen elsewhere for a part of the time. */
    public record Partly(PersonLink who, String unobserved) {}

    static NearView of(Page page, NearPeople answer) {
        long certain = answer.near().stream().filter(Found::certain).count();
        List<Point> points = points(answer);
        return new NearView(
                page.text(
                        "places.near.place",
                        PlaceWords.degrees(answer.place().latitude()),
                        PlaceWords.degrees(answer.place().longitude()),
                        Integer.toString(answer.place().radiusMeters()),
                        answer.organisation().name()),
                PlaceWords.period(page, answer.question()),
                PlaceWords.purpose(page, answer.question()),
                page.text(
                        "places.near.summary",
                        Long.toString(certain),
                        Long.toString(answer.near().size() - certain),
                        Integer.toString(answer.elsewhere())),
                Json.slot(slot(page, answer, points)),
                points.isEmpty() ? "zones" : "track",
                page.times().zone().getId(),
                points.size() > POINTS_MAX ? page.text("places.points.cut", Integer.toString(POINTS_MAX)) : "",
                answer.near().stream().map(found -> row(page, found)).toList(),
                page.text("places.partly", Integer.toString(answer.partly().size())),
                answer.partly().stream().map(part -> partly(page, part)).toList(),
                UnseenView.of(page, answer.unseen()));
    }

    private static Row row(Page page, Found found) {
        return new Row(
                PersonLink.of(found.subject()),
                page.text("places.verdict." + found.near().verdict()),
                found.certain() ? "serious" : "none",
                found.near().nearest().map(nearest -> nearest(page, nearest)).orElse(""),
                seen(page, found),
                found.near().unobserved().toSeconds() < 30
                        ? page.text("places.unobserved.none")
                        : page.span(found.near().unobserved()));
    }

    private static String nearest(Page page, Sighting nearest) {
        return page.text(
                nearest.distanceMeters() > 0 ? "places.nearest" : "places.nearest.inside",
                PlaceWords.meters(nearest.distanceMeters()),
                PlaceWords.error(page, nearest.errorMeters()),
                page.times().second(nearest.at()));
    }

    private static String seen(Page page, Found found) {
        List<Sighting> seen = found.near().sightings();
        if (!seen.isEmpty()) {
            return page.text(
                    "places.sightings",
                    Integer.toString(seen.size()),
                    PlaceWords.between(
                            page, seen.getFirst().at(), seen.getLast().at()));
        }
        return found.near()
                .passed()
                .map(passed -> page.text("places.passed", PlaceWords.between(page, passed.from(), passed.to())))
                .orElse("");
    }

    private static Partly partly(Page page, Part part) {
        return new Partly(PersonLink.of(part.subject()), page.span(part.unobserved()));
    }

    private record Point(String who, Sighting sighting) {}

    /** The fixes near the place; of whoever only passed, the nearest. */
    private static List<Point> points(NearPeople answer) {
        List<Point> points = new ArrayList<>();
        for (Found found : answer.near()) {
            List<Sighting> sightings = found.near().sightings().isEmpty()
                    ? found.near().nearest().stream().toList()
                    : found.near().sightings();
            sightings.forEach(sighting -> points.add(new Point(found.subject().name(), sighting)));
        }
        points.sort(Comparator.comparing(point -> point.sighting().at()));
        return points;
    }

    private static ObjectNode slot(Page page, NearPeople answer, List<Point> points) {
        ObjectNode slot = Json.mapper().createObjectNode();
        PlaceWords.circle(
                slot.putObject("zones").put("type", "FeatureCollection").putArray("features"),
                answer.place().latitude(),
                answer.place().longitude(),
                answer.place().radiusMeters(),
                page.text("places.near.map.place"),
                true);
        var array = slot.putArray("points");
        for (Point point : points.subList(0, Math.min(POINTS_MAX, points.size()))) {
            Sighting seen = point.sighting();
            array.addObject()
                    .put("at", seen.at().toString())
                    .put("lat", seen.latitude())
                    .put("lon", seen.longitude())
                    .put("located", true)
                    .put("accuracyM", seen.errorMeters())
                    .put("evidence", seen.inside())
                    .put("who", point.who());
        }
        return slot;
    }
}
