package org.guitu.web.leave;

import java.util.function.BiFunction;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Form;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;

/** What one can do on the page of one leave; each comes back to it. */
final class LeaveActs {

    private final LeaveService leave;
    private final BiFunction<Request, Form, Reply> page;

    /** @param page shows the leave with what was typed and what is wrong with it */
    LeaveActs(LeaveService leave, BiFunction<Request, Form, Reply> page) {
        this.leave = leave;
        this.page = page;
    }

    void mount(Routes routes) {
        String one = "/people/{id}/leave/{leave}";
        routes.form(one + "/decision", Permission.DECIDE, this::decide);
        routes.form(one + "/revocation", Permission.DECIDE, this::revoke);
        routes.form(one + "/withdrawal", Permission.EDIT_PEOPLE, this::withdraw);
        routes.form(one + "/return", Permission.EDIT_PEOPLE, this::returned);
        routes.form(one + "/return/undo", Permission.EDIT_PEOPLE, this::undoReturn);
        routes.form(one + "/checks", Permission.EDIT_PEOPLE, this::check);
        routes.form(one + "/informed", Permission.EDIT_PEOPLE, this::informed);
    }

    private Reply decide(Request request) {
        Form form = request.form();
        return answer(
                request,
                leave.decide(
                        request.staff(),
                        request.id("id"),
                        request.id("leave"),
                        new DecisionForm(form.text("decision"), form.text("documentNumber"), form.text("reason"))));
    }

    private Reply revoke(Request request) {
        return answer(
                request,
                leave.revoke(
                        request.staff(),
                        request.id("id"),
                        request.id("leave"),
                        request.form().text("reason")));
    }

    private Reply withdraw(Request request) {
        return answer(
                request,
                leave.withdraw(
                        request.staff(),
                        request.id("id"),
                        request.id("leave"),
                        request.form().text("reason")));
    }

    private Reply returned(Request request) {
        Form form = request.form();
        return answer(
                request,
                leave.returned(
                        request.staff(),
                        request.id("id"),
                        request.id("leave"),
                        form.text("returnedAt"),
                        form.text("note")));
    }

    private Reply undoReturn(Request request) {
        return answer(
                request,
                leave.undoReturn(
                        request.staff(),
                        request.id("id"),
                        request.id("leave"),
                        request.form().text("reason")));
    }

    private Reply check(Request request) {
        Form form = request.form();
        return answer(
                request,
                leave.check(
                        request.staff(),
                        request.id("id"),
                        request.id("leave"),
                        new CheckForm(
                                form.text("way"), form.text("checkedAt"), form.text("place"), form.text("checkNote"))));
    }

    private Reply informed(Request request) {
        Form form = request.form();
        return answer(
                request,
                leave.informed(
                        request.staff(),
                        request.id("id"),
                        request.id("leave"),
                        form.text("informedOn"),
                        form.text("informedDocument")));
    }

    private Reply answer(Request request, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/people/" + request.id("id") + "/leave/" + id);
            case Outcome.Invalid<Long>(Problems problems) ->
                page.apply(request, Answers.refused(request.form(), problems)).withStatus(422);
        };
    }
}
