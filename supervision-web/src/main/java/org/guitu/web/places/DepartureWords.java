package org.guitu.web.places;

import java.util.stream.Collectors;
import org.guitu.geofence.places.Departure;
import org.guitu.geofence.places.Stretch;
import org.guitu.web.ui.Page;

/** A departure from habit in a sentence of facts. */
final class DepartureWords {

    private static final int DATE_LENGTH = 11;

    private DepartureWords() {}

    static HabitsView.Line line(Page page, Departure departure, PlaceNames names) {
        return new HabitsView.Line(
                PlaceWords.day(page, departure.day()), kind(page, departure), sentence(page, departure, names));
    }

    /** The name of its kind, for programs. */
    static String code(Departure departure) {
        return switch (departure) {
            case Departure.UsualStopMissing missing -> "USUAL_STOP_MISSING";
            case Departure.NewPlace place -> "NEW_PLACE";
            case Departure.NightElsewhere night -> "NIGHT_ELSEWHERE";
        };
    }

    private static String kind(Page page, Departure departure) {
        return page.text("places.departure." + code(departure));
    }

    private static String sentence(Page page, Departure departure, PlaceNames names) {
        return switch (departure) {
            case Departure.UsualStopMissing missing ->
                page.text(
                        "places.departure.missing",
                        names.of(missing.place()),
                        missing.hours().stream()
                                .map(hours -> clock(page, hours))
                                .collect(Collectors.joining(page.text("ui.list.separator"))),
                        page.span(missing.elsewhere()));
            case Departure.NewPlace place ->
                page.text(
                        "places.departure.new",
                        names.of(place.stop()),
                        PlaceWords.between(
                                page, place.stop().from(), place.stop().to()),
                        page.span(place.stop().observed()));
            case Departure.NightElsewhere night ->
                page.text(
                        "places.departure.night",
                        names.of(night.stop()),
                        page.span(night.stop().observed()),
                        names.of(night.usual()));
        };
    }

    private static String clock(Page page, Stretch hours) {
        String to = page.times().minute(hours.to()).substring(DATE_LENGTH);
        return page.times().minute(hours.from()).substring(DATE_LENGTH) + "–" + (to.equals("00:00") ? "24:00" : to);
    }
}
