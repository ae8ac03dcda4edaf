package org.guitu.web.organisations;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Feature;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;

/** The pages about one organisation, and about the tree as it was. */
public final class OrganisationsFeature implements Feature {

    private final UnitService units;
    private final InstantSource clock;

    public OrganisationsFeature(UnitService units, InstantSource clock) {
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "organisations";
    }

    @Override
    public void mount(Routes routes) {
        Permission manage = Permission.MANAGE_STAFF;
        routes.page("/organisations/then", manage, this::then);
        routes.page("/organisations/{id}", manage, this::show);
        routes.form("/organisations/{id}/rename", manage, this::rename);
        routes.form("/organisations/{id}/move", manage, this::move);
        routes.form("/organisations/{id}/close", manage, this::close);
        routes.form("/organisations/{id}/reopen", manage, this::reopen);
    }

    private Reply then(Request request) {
        Form form = request.queryForm();
        ZoneId zone = request.staff().organisation().zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate day = day(form, "day", today);
        Instant known = form.text("known").isEmpty() ? clock.instant() : end(day(form, "known", today), zone);
        List<UnitFact.Then> tree =
                form.valid() ? units.then(request.staff(), end(day, zone).minusMillis(1), known) : List.of();
        Form filled = form.valid() ? Form.filled(Map.of("day", day.toString(), "known", form.text("known"))) : form;
        return Reply.html("organisations/then", page -> ThenView.of(filled, tree))
                .withStatus(form.valid() ? 200 : 422);
    }

    private static Instant end(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static LocalDate day(Form form, String field, LocalDate otherwise) {
        try {
            return form.text(field).isEmpty() ? otherwise : LocalDate.parse(form.text(field));
        } catch (DateTimeParseException notADay) {
            form.reject(field, "ui.form.date");
            return otherwise;
        }
    }

    private Reply show(Request request) {
        UnitService.Shown shown = shown(request);
        return Reply.html(
                "organisations/organisation",
                page -> UnitView.of(page, shown, Form.empty(), named(shown), Form.empty()));
    }

    private static Form named(UnitService.Shown shown) {
        return Form.filled(Map.of("name", shown.unit().organisation().name()));
    }

    private Reply rename(Request request) {
        Form form = request.form();
        shown(request);
        return answer(
                request,
                units.rename(request.staff(), request.id("id"), form.text("name"), form.text("since")),
                problems -> shown -> view(shown, Form.empty(), Answers.refused(form, problems), Form.empty()));
    }

    private Reply move(Request request) {
        Form form = request.form();
        shown(request);
        return answer(
                request,
                units.move(request.staff(), request.id("id"), form.text("parent"), form.text("since")),
                problems -> shown -> view(shown, Form.empty(), named(shown), Answers.refused(form, problems)));
    }

    private Reply close(Request request) {
        shown(request);
        return answer(request, units.close(request.staff(), request.id("id")), OrganisationsFeature::above);
    }

    private Reply reopen(Request request) {
        shown(request);
        return answer(request, units.reopen(request.staff(), request.id("id")), OrganisationsFeature::above);
    }

    private static Function<UnitService.Shown, Reply> above(Problems problems) {
        return shown -> view(shown, Answers.refused(Form.empty(), problems), named(shown), Form.empty());
    }

    private static Reply view(UnitService.Shown shown, Form fault, Form rename, Form move) {
        return Reply.html("organisations/organisation", page -> UnitView.of(page, shown, fault, rename, move));
    }

    private Reply answer(
            Request request, Outcome<Long> outcome, Function<Problems, Function<UnitService.Shown, Reply>> refused) {
        return switch (outcome) {
            case Outcome.Ok<Long>(Long id) -> Reply.redirect("/organisations/" + id);
            case Outcome.Invalid<Long>(Problems problems) ->
                refused.apply(problems).apply(shown(request)).withStatus(422);
        };
    }

    private UnitService.Shown shown(Request request) {
        return units.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }
}
