package org.guitu.web.education;

import java.util.List;
import org.guitu.web.form.Option;
import org.guitu.web.http.Form;
import org.guitu.web.ui.Page;

/** The words of the form that makes a session. */
public record SessionFormView(Form form, List<Option> courses) {

    static SessionFormView of(Page page, List<Course> courses, Form form) {
        return new SessionFormView(
                form,
                courses.stream()
                        .map(course -> new Option(
                                Long.toString(course.id()),
                                page.text(
                                        "education.course.one",
                                        course.title(),
                                        page.text("education.subject." + course.subject()))))
                        .toList());
    }
}
