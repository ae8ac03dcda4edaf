package org.guitu.web.places;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.guitu.geofence.places.Meeting;
import org.guitu.geofence.zone.LocalFrame;
import org.guitu.web.http.Json;
import org.guitu.web.places.Together.Met;
import org.guitu.web.ui.Page;

/** The words about who was together. */
public record MeetingsView(
        String asked,
        String period,
        String purpose,
        String summary,
        String cut,
        String mapJson,
        List<Row> rows,
        UnseenView unseen) {

    /** Rows that are shown; more are a reason to ask about less. */
    static final int ROWS_MAX = 300;

    /** Meetings this near to each other were at one place. */
    private static final double SAME_METERS = 100;

    /** One meeting. */
    public record Row(
            PersonLink one,
            PersonLink other,
            String when,
            String lasted,
            String apart,
            String verdict,
            String tone,
            String place) {}

    static MeetingsView of(Page page, Together answer) {
        List<Met> shown =
                answer.met().subList(0, Math.min(ROWS_MAX, answer.met().size()));
        List<Meeting> places = new ArrayList<>();
        List<Row> rows = shown.stream().map(met -> row(page, met, places)).toList();
        long pairs = answer.met().stream()
                .map(met -> List.of(met.one().id(), met.other().id()))
                .distinct()
                .count();
        return new MeetingsView(
                page.text(
                        "places.meetings.asked",
                        answer.organisation().name(),
                        Integer.toString(answer.asked().distanceMeters()),
                        Integer.toString(answer.asked().minutes())),
                PlaceWords.period(page, answer.question()),
                PlaceWords.purpose(page, answer.question()),
                page.text(
                        "places.meetings.summary",
                        Long.toString(pairs),
                        Integer.toString(answer.met().size())),
                answer.cut() || shown.size() < answer.met().size() ? page.text("places.meetings.cut") : "",
                Json.slot(slot(places)),
                rows,
                UnseenView.of(page, answer.unseen()));
    }

    private static Row row(Page page, Met met, List<Meeting> places) {
        Meeting meeting = met.meeting();
        return new Row(
                PersonLink.of(met.one()),
                PersonLink.of(met.other()),
                PlaceWords.between(page, meeting.from(), meeting.to()),
                page.span(Duration.between(meeting.from(), meeting.to())),
                page.text(
                        "places.apart",
                        PlaceWords.meters(meeting.apartMeters()),
                        PlaceWords.error(page, meeting.errorMeters())),
                page.text(meeting.certain() ? "places.together.certain" : "places.together.possible"),
                meeting.certain() ? "serious" : "none",
                Integer.toString(number(meeting, places)));
    }

    /** The number of the place on the map, given when it first comes up. */
    private static int number(Meeting meeting, List<Meeting> places) {
        LocalFrame frame = LocalFrame.at(meeting.latitude(), meeting.longitude());
        for (int i = 0; i < places.size(); i++) {
            if (frame.distance(places.get(i).latitude(), places.get(i).longitude()) <= SAME_METERS) {
                return i + 1;
            }
        }
        places.add(meeting);
        return places.size();
    }

    private static ObjectNode slot(List<Meeting> places) {
        ObjectNode slot = Json.mapper().createObjectNode();
        var features = slot.putObject("zones").put("type", "FeatureCollection").putArray("features");
        for (int i = 0; i < places.size(); i++) {
            Meeting place = places.get(i);
            PlaceWords.circle(
                    features,
                    place.latitude(),
                    place.longitude(),
                    Math.max(40, place.apartMeters()),
                    Integer.toString(i + 1),
                    false);
        }
        return slot;
    }
}
