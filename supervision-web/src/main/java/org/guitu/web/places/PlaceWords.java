package org.guitu.web.places;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.guitu.geofence.places.TypicalHours;
import org.guitu.web.ui.Page;

/** What the pages about places say in common. */
final class PlaceWords {

    private PlaceWords() {}

    static String purpose(Page page, Question question) {
        return page.text("tracks.purpose." + question.purpose()) + " · " + question.reason();
    }

    static String period(Page page, Question question) {
        return between(page, question.from(), question.to());
    }

    /** From and to; what both have in common is said once. */
    static String between(Page page, Instant from, Instant to) {
        String start = page.times().minute(from);
        String end = page.times().minute(to);
        if (start.equals(end)) {
            return start;
        }
        String day = page.times().date(from);
        return page.text("tracks.span", start, end.startsWith(day) ? end.substring(day.length() + 1) : end);
    }

    static String meters(double meters) {
        return Long.toString(Math.round(meters));
    }

    static String error(Page page, double meters) {
        return page.text("tracks.meters", meters(meters));
    }

    static String degrees(double degrees) {
        return String.format(Locale.ROOT, "%.5f", degrees);
    }

    static String day(Page page, LocalDate date) {
        return page.text("places.day", page.times().date(date), name(page, date.getDayOfWeek()));
    }

    static String hours(Page page, List<TypicalHours> typical) {
        return typical.stream()
                .map(hours -> page.text(
                        "places.hours", days(page, hours.days()), clock(hours.fromHour()), clock(hours.toHour())))
                .collect(Collectors.joining(page.text("places.separator")));
    }

    private static String clock(int hour) {
        return String.format(Locale.ROOT, "%02d:00", hour);
    }

    private static String days(Page page, Set<DayOfWeek> days) {
        if (days.size() == 7) {
            return page.text("zones.days.all");
        }
        List<DayOfWeek> sorted = days.stream().sorted().toList();
        int span = sorted.getLast().getValue() - sorted.getFirst().getValue();
        return span > 1 && span == sorted.size() - 1
                ? page.text("places.days", name(page, sorted.getFirst()), name(page, sorted.getLast()))
                : sorted.stream()
                        .map(day -> name(page, day))
                        .collect(Collectors.joining(page.text("ui.list.separator")));
    }

    private static String name(Page page, DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, page.lang().locale());
    }

    /** Adds a circle as the map takes it. */
    static void circle(
            ArrayNode features, double latitude, double longitude, double radiusMeters, String name, boolean fitted) {
        var feature = features.addObject().put("type", "Feature");
        feature.putObject("geometry")
                .put("type", "Point")
                .putArray("coordinates")
                .add(longitude)
                .add(latitude);
        feature.putObject("properties")
                .put("id", features.size())
                .put("name", name)
                .put("kind", "other")
                .put("breached", fitted)
                .put("radiusM", radiusMeters);
    }
}
