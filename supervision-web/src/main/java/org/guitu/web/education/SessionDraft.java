package org.guitu.web.education;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Fields;
import org.guitu.web.http.Form;

/** A session read from its form: {@code courseId}, {@code startsAt}, {@code hours}, {@code place}, {@code teacher}. */
record SessionDraft(long courseId, Instant startsAt, int minutes, String place, String teacher) {

    private static final Duration FAR = Duration.ofDays(366);

    static SessionDraft read(Staff staff, List<Course> courses, Form form, Instant now, Fields fields) {
        Optional<Course> course = courses.stream()
                .filter(one -> Long.toString(one.id()).equals(form.text("courseId")))
                .findFirst();
        if (course.isEmpty()) {
            fields.problem("courseId", "ui.form.choose");
        }
        Optional<LocalDateTime> local = fields.optionalDateTime("startsAt", form.text("startsAt"));
        Instant startsAt = local.map(
                        at -> at.atZone(staff.organisation().zone()).toInstant())
                .orElse(now);
        if (local.isEmpty()) {
            fields.problem("startsAt", "ui.form.required");
        } else if (Duration.between(startsAt, now).abs().compareTo(FAR) > 0) {
            fields.problem("startsAt", "education.error.far");
        }
        return new SessionDraft(
                course.map(Course::id).orElse(0L),
                startsAt,
                HoursText.minutes("hours", form.text("hours"), fields),
                fields.text("place", form.text("place"), 120),
                fields.optionalText("teacher", form.text("teacher"), 60));
    }
}
