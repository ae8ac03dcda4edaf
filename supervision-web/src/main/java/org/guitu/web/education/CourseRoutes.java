package org.guitu.web.education;

import java.util.List;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;

/** The lists of sessions and courses, and the forms that add to them. */
final class CourseRoutes {

    private static final int LIST_MAX = 100;

    private final SessionService sessions;

    CourseRoutes(SessionService sessions) {
        this.sessions = sessions;
    }

    void mount(Routes routes) {
        routes.page("/education", Permission.RECORD_WORK, this::list);
        routes.page("/education/courses", Permission.RECORD_WORK, request -> courses(request, Form.empty(), 200));
        routes.form("/education/courses", Permission.RECORD_WORK, this::addCourse);
        routes.form("/education/courses/{course}/retire", Permission.RECORD_WORK, this::retire);
        routes.page("/education/sessions/new", Permission.RECORD_WORK, request -> blank(request, Form.empty(), 200));
        routes.form("/education/sessions/new", Permission.RECORD_WORK, this::add);
    }

    private Reply list(Request request) {
        List<Session> coming = sessions.sessions(request.staff(), true, LIST_MAX);
        List<Session> past = sessions.sessions(request.staff(), false, LIST_MAX);
        return Reply.html("education/list", page -> SessionsView.of(page, coming, past));
    }

    private Reply courses(Request request, Form form, int status) {
        List<Course> courses = sessions.courses(request.staff());
        var saved = EducationFeature.saved(request);
        return Reply.html("education/courses", page -> CoursesView.of(page, courses, form, request.staff(), saved))
                .withStatus(status);
    }

    private Reply addCourse(Request request) {
        full(request);
        Form form = request.form();
        return switch (sessions.addCourse(request.staff(), form)) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/education/courses?saved=course");
            case Outcome.Invalid<Long>(Problems problems) -> courses(request, Answers.refused(form, problems), 422);
        };
    }

    private Reply retire(Request request) {
        full(request);
        return switch (sessions.retireCourse(request.staff(), request.id("course"))) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/education/courses");
            case Outcome.Invalid<Long> refused -> throw Refusal.notFound();
        };
    }

    private Reply blank(Request request, Form form, int status) {
        full(request);
        List<Course> courses = sessions.courses(request.staff());
        return Reply.html("education/new-session", page -> SessionFormView.of(page, courses, form))
                .withStatus(status);
    }

    private Reply add(Request request) {
        full(request);
        Form form = request.form();
        return switch (sessions.add(request.staff(), form)) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/education/sessions/" + id + "?saved=session");
            case Outcome.Invalid<Long>(Problems problems) -> blank(request, Answers.refused(form, problems), 422);
        };
    }

    /** Volunteers tick who is there and arrange nothing. */
    static void full(Request request) {
        if (!request.staff().may(Permission.VIEW_PEOPLE)) {
            throw new Refusal(403, "ui.error.403");
        }
    }
}
