package org.guitu.web.education;

import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/** The words of the list of courses. */
public record CoursesView(List<Row> rows, boolean mayAdd, List<Option> subjects, Form form, String saved) {

    /** One course. */
    public record Row(long id, String title, String subject, String holder, String note, boolean mayRetire) {}

    static CoursesView of(Page page, List<Course> courses, Form form, Staff reader, Optional<String> saved) {
        boolean full = reader.may(Permission.VIEW_PEOPLE);
        return new CoursesView(
                courses.stream()
                        .map(course -> new Row(
                                course.id(),
                                course.title(),
                                page.text("education.subject." + course.subject()),
                                course.organisationName(),
                                course.note(),
                                full
                                        && course.organisationId()
                                                == reader.organisation().id()))
                        .toList(),
                full,
                Option.of(Subject.class, "education.subject", page),
                form,
                saved.map(page::text).orElse(""));
    }
}
