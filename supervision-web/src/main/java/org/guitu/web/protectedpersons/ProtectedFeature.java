package org.guitu.web.protectedpersons;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.devices.DeviceHands;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.ui.NavItem;

/** The pages of the register of protected persons; for those alone who draw up orders. */
public final class ProtectedFeature implements Feature {

    private static final int LIST_MAX = 200;
    private static final Permission WHO = Permission.EDIT_ZONES;

    private final ProtectedService service;
    private final InstantSource clock;

    public ProtectedFeature(ProtectedService service, InstantSource clock) {
        this.service = service;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "protectedpersons";
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(55, "protectedpersons.nav", "/protected", "person", WHO));
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/protected", WHO, this::list);
        routes.page("/protected/new", WHO, request -> form(Form.empty(), Optional.empty(), false));
        routes.form("/protected/new", WHO, this::register);
        routes.page("/protected/{id}", WHO, request -> page(request, find(request), Form.empty()));
        routes.page("/protected/{id}/edit", WHO, this::blankEdit);
        routes.form("/protected/{id}/edit", WHO, this::edit);
        routes.form("/protected/{id}/consent", WHO, this::consent);
        routes.form("/protected/{id}/withdraw", WHO, this::withdraw);
        routes.form("/protected/{id}/devices", WHO, this::give);
        routes.form("/protected/{id}/devices/{device}/take-back", WHO, this::takeBack);
    }

    private Reply list(Request request) {
        String words = request.query("q").orElse("");
        var found = service.search(request.staff(), words, LIST_MAX);
        return Reply.html("protectedpersons/list", page -> new ProtectedListView(words, found));
    }

    private static Reply form(Form form, Optional<ProtectedPerson> person, boolean overtaken) {
        return Reply.html("protectedpersons/form", page -> ProtectedFormView.of(page, form, person, overtaken));
    }

    private Reply register(Request request) {
        Form form = request.form();
        return switch (service.register(request.staff(), read(form))) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/protected/" + id);
            case Outcome.Invalid<Long>(Problems problems) ->
                form(Answers.refused(form, problems), Optional.empty(), false).withStatus(422);
        };
    }

    private Reply blankEdit(Request request) {
        ProtectedPerson person = find(request);
        return form(Answers.filled(ProtectedForm.of(person)), Optional.of(person), false);
    }

    private Reply edit(Request request) {
        Form form = request.form();
        ProtectedPerson person = find(request);
        int version;
        try {
            version = Integer.parseInt(form.text("version"));
        } catch (NumberFormatException absent) {
            throw Refusal.badRequest();
        }
        return switch (service.edit(request.staff(), person.id(), version, read(form))) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/protected/" + person.id());
            case Outcome.Invalid<Long>(Problems problems) ->
                form(Answers.refused(form, problems), Optional.of(find(request)), problems.has(Problems.VERSION))
                        .withStatus(problems.has(Problems.VERSION) ? 409 : 422);
        };
    }

    private Reply consent(Request request) {
        Form form = request.form();
        return done(
                request,
                form,
                service.consent(request.staff(), request.id("id"), form.text("documentNumber"), form.text("signedOn")));
    }

    private Reply withdraw(Request request) {
        Form form = request.form();
        return done(request, form, service.withdraw(request.staff(), request.id("id"), form.text("withdrawalReason")));
    }

    private Reply give(Request request) {
        Form form = request.form();
        return done(request, form, service.give(request.staff(), request.id("id"), number(form.text("deviceId"))));
    }

    private Reply takeBack(Request request) {
        Form form = request.form();
        return done(
                request,
                form,
                service.takeBack(
                        request.staff(),
                        request.id("id"),
                        request.id("device"),
                        form.text("outcome").equals("lost")));
    }

    private Reply done(Request request, Form form, Outcome<Long> outcome) {
        ProtectedPerson person = find(request);
        return switch (outcome) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/protected/" + person.id());
            case Outcome.Invalid<Long>(Problems problems) ->
                page(request, person, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Reply page(Request request, ProtectedPerson person, Form form) {
        var free = person.consent().isPresent() ? service.free(request.staff()) : List.<DeviceHands.Free>of();
        LocalDate today = LocalDate.ofInstant(clock.instant(), person.zone());
        return Reply.html("protectedpersons/person", page -> ProtectedView.of(page, person, free, form, today));
    }

    private ProtectedPerson find(Request request) {
        return service.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }

    private static ProtectedForm read(Form form) {
        return new ProtectedForm(form.text("name"), form.text("phone"), form.text("note"));
    }

    /** 0, which is no device, where none was chosen. */
    private static long number(String raw) {
        try {
            return Long.parseLong(raw);
        } catch (NumberFormatException absent) {
            return 0;
        }
    }
}
