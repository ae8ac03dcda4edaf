package org.guitu.web.places;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.guitu.geofence.places.PatternReport;
import org.guitu.geofence.places.UsualPlace;
import org.guitu.web.http.Json;
import org.guitu.web.people.Person;
import org.guitu.web.ui.Page;

/**
 * The words about one person's habits.
 *
 * @param unobserved how much was not observed, and that nothing is said of it
 */
public record HabitsView(
        String personHref,
        String person,
        String period,
        String purpose,
        String unobserved,
        String learning,
        String mapJson,
        List<Row> places,
        List<Line> departures,
        List<Day> days) {

    /** How many usual places are worth showing. */
    private static final int PLACES_MAX = 12;

    /** One usual place. */
    public record Row(String name, String visits, String observed, String hours, String seen, String position) {}

    /** One departure. */
    public record Line(String day, String kind, String sentence) {}

    /** How much of a day was observed. */
    public record Day(String day, String observed, String unobserved) {}

    static HabitsView of(Page page, Person person, Habits habits) {
        List<UsualPlace> places =
                habits.places().subList(0, Math.min(PLACES_MAX, habits.places().size()));
        PlaceNames names = new PlaceNames(page, places, habits.zones());
        List<Line> lines = habits.report().departures().reversed().stream()
                .map(departure -> DepartureWords.line(page, departure, names))
                .toList();
        return new HabitsView(
                "/people/" + person.id(),
                person.name(),
                PlaceWords.period(page, habits.question()),
                PlaceWords.purpose(page, habits.question()),
                page.text("places.unobserved", page.span(habits.observed()), page.span(habits.unobserved())),
                learning(page, habits.report()),
                Json.slot(slot(places, names)),
                places.stream().map(place -> row(page, place, names)).toList(),
                lines,
                habits.report().days().reversed().stream()
                        .map(day -> day(page, day))
                        .toList());
    }

    private static String learning(Page page, PatternReport report) {
        long judged = report.days().stream().filter(PatternReport.Day::judged).count();
        return judged == 0
                ? page.text("places.learning.none")
                : page.text(
                        "places.learning",
                        Long.toString(judged),
                        Integer.toString(report.days().size()));
    }

    private static Row row(Page page, UsualPlace place, PlaceNames names) {
        String hours = PlaceWords.hours(page, place.typical());
        return new Row(
                names.of(place),
                page.text("places.visits", Integer.toString(place.visits()), Integer.toString(place.days())),
                page.span(place.observed()),
                hours.isEmpty() ? page.text("places.hours.none") : hours,
                PlaceWords.between(page, place.firstSeen(), place.lastSeen()),
                PlaceWords.degrees(place.latitude()) + ", " + PlaceWords.degrees(place.longitude()));
    }

    private static Day day(Page page, PatternReport.Day day) {
        return new Day(PlaceWords.day(page, day.date()), page.span(day.observed()), page.span(day.unobserved()));
    }

    private static ObjectNode slot(List<UsualPlace> places, PlaceNames names) {
        ObjectNode slot = Json.mapper().createObjectNode();
        var features = slot.putObject("zones").put("type", "FeatureCollection").putArray("features");
        for (UsualPlace place : places) {
            PlaceWords.circle(
                    features,
                    place.latitude(),
                    place.longitude(),
                    Math.max(40, place.radiusMeters()),
                    names.of(place),
                    false);
        }
        var markers = slot.putArray("markers");
        for (PlaceNames.Lettered other : names.others()) {
            PlaceWords.circle(features, other.latitude(), other.longitude(), 30, "", false);
            markers.addObject()
                    .put("id", other.letter())
                    .put("lat", other.latitude())
                    .put("lon", other.longitude())
                    .put("label", other.letter())
                    .put("state", "info");
        }
        return slot;
    }
}
