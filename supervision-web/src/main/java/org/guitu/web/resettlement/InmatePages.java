package org.guitu.web.resettlement;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guitu.web.access.Permission;
import org.guitu.web.exchange.InmateMessages;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.Choices;

/** The pages about inmates who are said to return. */
final class InmatePages {

    private final InmateService inmates;
    private final Choices choices;
    private final InstantSource clock;

    InmatePages(InmateService inmates, Choices choices, InstantSource clock) {
        this.inmates = inmates;
        this.choices = choices;
        this.clock = clock;
    }

    void mount(Routes routes) {
        routes.page("/resettlement/inmates/new", Permission.EDIT_PEOPLE, this::blank);
        routes.form("/resettlement/inmates/new", Permission.EDIT_PEOPLE, this::receive);
        routes.page("/resettlement/inmates/{id}", Permission.VIEW_PEOPLE, request -> show(request, Form.empty()));
        routes.form("/resettlement/inmates/{id}/verify", Permission.EDIT_PEOPLE, this::verify);
    }

    private Reply blank(Request request) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("receivedOn", today(request).toString());
        request.query("message").ifPresent(message -> {
            InmateMessages.Told told = inmates.told(request.staff(), message).orElseThrow(Refusal::notFound);
            values.put("message", Long.toString(told.messageId()));
            fill(values, told, request);
        });
        return form(request, Form.filled(values));
    }

    private static void fill(Map<String, String> values, InmateMessages.Told told, Request request) {
        values.put("source", told.from());
        values.put("name", told.about().name());
        told.about().identityNumber().ifPresent(number -> values.put("identityNumber", number));
        told.body().until().or(() -> told.body().day()).ifPresent(day -> values.put("expectedOn", day.toString()));
        told.body().text().or(() -> told.body().reason()).ifPresent(text -> values.put("note", text));
        told.body().person().ifPresent(person -> {
            person.sex().ifPresent(sex -> values.put("sex", sex.name()));
            person.bornOn().ifPresent(day -> values.put("bornOn", day.toString()));
            person.address().ifPresent(address -> values.put("address", address));
        });
        values.put(
                "receivedOn",
                LocalDate.ofInstant(
                                told.receivedAt(),
                                request.staff().organisation().zone())
                        .toString());
    }

    private Reply form(Request request, Form form) {
        var organisations = choices.organisations(request.staff());
        return Reply.html("resettlement/inmate-form", page -> InmateFormView.of(page, form, organisations));
    }

    private Reply receive(Request request) {
        Form form = request.form();
        return switch (inmates.receive(request.staff(), read(form))) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/resettlement/inmates/" + id);
            case Outcome.Invalid<Long>(Problems problems) ->
                form(request, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Reply show(Request request, Form form) {
        Inmate inmate = inmates.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
        LocalDate today = today(request);
        return Reply.html("resettlement/inmate", page -> InmateView.of(page, inmate, today, form));
    }

    private Reply verify(Request request) {
        Form form = request.form();
        return switch (inmates.verify(request.staff(), request.id("id"), form.text("state"), form.text("finding"))) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/resettlement/inmates/" + id);
            case Outcome.Invalid<Long>(Problems problems) ->
                Answers.missing(problems)
                        ? Reply.notFound()
                        : show(request, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private LocalDate today(Request request) {
        return LocalDate.ofInstant(
                clock.instant(), request.staff().organisation().zone());
    }

    private static InmateForm read(Form form) {
        return new InmateForm(
                form.text("message"),
                form.text("organisationId"),
                form.text("source"),
                form.text("name"),
                form.text("sex"),
                form.text("identityNumber"),
                form.text("bornOn"),
                form.text("address"),
                form.text("expectedOn"),
                List.copyOf(form.list("keyReasons")),
                form.text("note"),
                form.text("receivedOn"));
    }
}
