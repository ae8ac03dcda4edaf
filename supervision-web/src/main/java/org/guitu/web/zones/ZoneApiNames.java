package org.guitu.web.zones;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.guitu.web.form.Answers;
import org.guitu.web.form.WeeklyHours;
import org.jspecify.annotations.Nullable;

/** What the API calls the fields of a zone's form, as paths in the body of the request: for a program that reads what is wrong with it. */
final class ZoneApiNames {

    private ZoneApiNames() {}

    /** The name of a field; {@code schedule} as it was sent, for the rows of its dates. */
    static String of(String field, ZonesApi.@Nullable Schedule schedule) {
        return switch (field) {
            case "radiusMeters", "bufferMeters" -> "area";
            case "approachMeters" -> "approachM";
            case "dates" -> "schedule.dates";
            case "pauses" -> "schedule.pauses";
            default -> row(field, schedule);
        };
    }

    private static String row(String field, ZonesApi.@Nullable Schedule schedule) {
        if (field.startsWith("date.") && schedule != null) {
            int row = Integer.parseInt(field.substring("date.".length()));
            return "schedule.dates." + days(schedule).get(row);
        }
        return field.startsWith("pause.") ? field.replaceFirst("pause", "schedule.pauses") : WeeklyHours.apiName(field);
    }

    /** For each row of the form which of the dates it is of: a date has a row for each of its hours. */
    private static List<Integer> days(ZonesApi.Schedule schedule) {
        List<Integer> days = new ArrayList<>();
        List<ZonesApi.Day> dates = Answers.orEmpty(schedule.dates());
        for (int i = 0; i < dates.size(); i++) {
            int rows = Math.max(1, Answers.orEmpty(dates.get(i).hours()).size());
            days.addAll(Collections.nCopies(rows, i));
        }
        return days;
    }

    /** The name of a field of a suspension. */
    static String ofPause(String field) {
        return switch (field) {
            case "pauseFrom" -> "from";
            case "pauseTo" -> "to";
            case "pauseNote" -> "note";
            default -> field;
        };
    }
}
