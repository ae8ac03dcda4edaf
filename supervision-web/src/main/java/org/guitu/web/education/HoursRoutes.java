package org.guitu.web.education;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;

/** The month of a subtree, and the hours of one person. */
final class HoursRoutes {

    private final HoursService hours;
    private final MonthReader months;

    HoursRoutes(HoursService hours, MonthReader months) {
        this.hours = hours;
        this.months = months;
    }

    void mount(Routes routes) {
        routes.page("/education/months", Permission.VIEW_PEOPLE, this::months);
        routes.page("/people/{id}/education", Permission.VIEW_PEOPLE, request -> show(request, Form.empty(), 200));
        routes.form("/people/{id}/education/hours", Permission.RECORD_WORK, this::credit);
        routes.form("/people/{id}/education/hours/{hours}/withdraw", Permission.RECORD_WORK, this::withdraw);
        routes.form("/people/{id}/education/ability", Permission.RECORD_WORK, this::ability);
        routes.form("/people/{id}/education/admonitions", Permission.RECORD_WORK, this::admonish);
    }

    private Reply months(Request request) {
        YearMonth now = months.current(request.staff());
        YearMonth month = request.query("month").flatMap(HoursRoutes::month).orElse(now);
        boolean onlyShort = request.query("short").isPresent();
        List<MonthReader.Row> rows = months.read(request.staff(), month);
        return Reply.html("education/months", page -> MonthsView.of(page, month, rows, onlyShort));
    }

    private static Optional<YearMonth> month(String raw) {
        try {
            return Optional.of(YearMonth.parse(raw)).filter(month -> month.getYear() > 1999 && month.getYear() < 2200);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Reply show(Request request, Form form, int status) {
        PersonHours found = hours.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
        var saved = EducationFeature.saved(request);
        return Reply.html("education/person", page -> PersonHoursView.of(page, found, form, saved))
                .withStatus(status);
    }

    private Reply credit(Request request) {
        CourseRoutes.full(request);
        return done(request, hours.credit(request.staff(), request.id("id"), request.form()), "hours");
    }

    private Reply withdraw(Request request) {
        CourseRoutes.full(request);
        return done(request, hours.withdraw(request.staff(), request.id("id"), request.id("hours")), "withdrawn");
    }

    private Reply ability(Request request) {
        CourseRoutes.full(request);
        return done(request, hours.ability(request.staff(), request.id("id"), request.form()), "ability");
    }

    private Reply admonish(Request request) {
        CourseRoutes.full(request);
        return done(request, hours.admonish(request.staff(), request.id("id"), request.form()), "admonished");
    }

    private Reply done(Request request, Outcome<Long> outcome, String saved) {
        return switch (outcome) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + request.id("id") + "/education?saved=" + saved);
            case Outcome.Invalid<Long>(Problems problems) -> {
                if (Answers.missing(problems)) {
                    throw Refusal.notFound();
                }
                yield show(request, Answers.refused(request.form(), problems), 422);
            }
        };
    }
}
