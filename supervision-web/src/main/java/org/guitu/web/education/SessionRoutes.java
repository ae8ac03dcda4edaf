package org.guitu.web.education;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;

/** The page of one session: who is to come, who came, the code in the room. */
final class SessionRoutes {

    private static final int EXCUSE_MAX = 200;

    private final SessionService sessions;
    private final AttendanceService attendance;
    private final CodeService codes;

    SessionRoutes(SessionService sessions, AttendanceService attendance, CodeService codes) {
        this.sessions = sessions;
        this.attendance = attendance;
        this.codes = codes;
    }

    void mount(Routes routes) {
        String base = "/education/sessions/{session}";
        routes.page(base, Permission.RECORD_WORK, request -> show(request, Form.empty(), 200));
        routes.form(base + "/attendees", Permission.RECORD_WORK, this::plan);
        routes.form(base + "/attendees/{person}/remove", Permission.RECORD_WORK, this::unplan);
        routes.page(base + "/attend", Permission.RECORD_WORK, this::attend);
        routes.form(base + "/attend", Permission.RECORD_WORK, this::note);
        routes.form(base + "/close", Permission.RECORD_WORK, this::close);
        routes.form(base + "/cancel", Permission.RECORD_WORK, this::cancel);
        routes.page(base + "/code", Permission.RECORD_WORK, this::code);
        routes.page(base + "/code.svg", Permission.RECORD_WORK, this::picture);
    }

    private Reply show(Request request, Form form, int status) {
        Session session = find(request);
        List<Attendee> attendees = sessions.attendees(request.staff(), session.id());
        boolean full = request.staff().may(Permission.VIEW_PEOPLE);
        var candidates = full && session.open()
                ? sessions.candidates(request.staff(), session)
                : List.<org.guitu.web.form.Option>of();
        boolean holder =
                full && session.organisationPath().startsWith(request.staff().scope());
        var saved = EducationFeature.saved(request);
        return Reply.html(
                        "education/session",
                        page -> SessionView.of(page, session, attendees, candidates, holder, form, saved))
                .withStatus(status);
    }

    private Reply plan(Request request) {
        CourseRoutes.full(request);
        Form form = request.form();
        Outcome<Integer> outcome =
                sessions.plan(request.staff(), request.id("session"), form.list("person"), form.has("everybody", "on"));
        return done(request, form, outcome, "planned");
    }

    private Reply unplan(Request request) {
        CourseRoutes.full(request);
        return done(
                request,
                request.form(),
                sessions.unplan(request.staff(), request.id("session"), request.id("person")),
                "unplanned");
    }

    /** What scanning the code opens: the list alone, with large ticks. */
    private Reply attend(Request request) {
        Session session = find(request);
        String code = request.query("code").orElse("");
        if (!code.isEmpty() && !codes.holds(session, code)) {
            return Reply.problem(403, "education.error.code");
        }
        List<Attendee> attendees = sessions.attendees(request.staff(), session.id());
        return Reply.html("education/attend", page -> SessionView.attend(page, session, attendees, code));
    }

    private Reply note(Request request) {
        Form form = request.form();
        return done(
                request,
                form,
                attendance.note(request.staff(), request.id("session"), marks(form), form.text("code")),
                "noted");
    }

    /** {@code listed} names who was on the list, {@code present.N} who came, {@code excuse.N} why not. */
    private static Map<Long, AttendanceService.Mark> marks(Form form) {
        boolean all = form.has("all", "on");
        Map<Long, AttendanceService.Mark> marks = new LinkedHashMap<>();
        for (String id : form.text("listed").split(",", 1001)) {
            if (id.matches("[0-9]{1,18}")) {
                String excuse = form.optional("excuse." + id, EXCUSE_MAX);
                marks.put(
                        Long.parseLong(id),
                        new AttendanceService.Mark(
                                all || form.has("present." + id, "on"),
                                excuse.substring(0, Math.min(EXCUSE_MAX, excuse.length()))));
            }
        }
        return marks;
    }

    private Reply close(Request request) {
        CourseRoutes.full(request);
        Outcome<Integer> outcome = attendance.close(request.staff(), request.id("session"));
        boolean followed = outcome instanceof Outcome.Ok<Integer>(Integer count) && count > 0;
        return done(request, request.form(), outcome, followed ? "incidents" : "closed");
    }

    private Reply cancel(Request request) {
        CourseRoutes.full(request);
        Form form = request.form();
        return done(
                request,
                form,
                sessions.cancel(request.staff(), request.id("session"), form.text("reason")),
                "cancelled");
    }

    private Reply code(Request request) {
        Session session = find(request);
        CodeService.Shown shown = codes.show(request.staff(), session);
        return Reply.html("education/code", page -> CodeView.of(page, session, shown));
    }

    private Reply picture(Request request) {
        Session session = find(request);
        String code = request.query("code").orElseThrow(Refusal::badRequest);
        if (!codes.holds(session, code)) {
            throw Refusal.notFound();
        }
        String host = request.header("host")
                .filter(name -> name.matches("[A-Za-z0-9.:\\[\\]-]{1,255}"))
                .orElseThrow(Refusal::badRequest);
        String address = (request.secure() ? "https://" : "http://") + host + "/education/sessions/" + session.id()
                + "/attend?code=" + code;
        return Reply.bytes(QrSvg.of(address).getBytes(StandardCharsets.UTF_8), "image/svg+xml")
                .withHeader("cache-control", "no-store");
    }

    private <T> Reply done(Request request, Form form, Outcome<T> outcome, String saved) {
        return switch (outcome) {
            case Outcome.Ok<T> ok -> Reply.redirect("/education/sessions/" + request.id("session") + "?saved=" + saved);
            case Outcome.Invalid<T>(Problems problems) -> {
                if (Answers.missing(problems)) {
                    throw Refusal.notFound();
                }
                yield show(request, Answers.refused(form, problems), 422);
            }
        };
    }

    private Session find(Request request) {
        return sessions.find(request.staff(), request.id("session")).orElseThrow(Refusal::notFound);
    }
}
