package org.guitu.web.resettlement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.access.Staff;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.Choices;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;

/** The page about the help for one person, with its forms. */
final class PersonPages {

    private final ResettlementService resettlements;
    private final HelpService help;
    private final BaseService bases;
    private final PeopleService people;
    private final Choices choices;

    PersonPages(
            ResettlementService resettlements,
            HelpService help,
            BaseService bases,
            PeopleService people,
            Choices choices) {
        this.resettlements = resettlements;
        this.help = help;
        this.bases = bases;
        this.people = people;
        this.choices = choices;
    }

    void mount(Routes routes) {
        String base = "/people/{id}/resettlement";
        routes.page(base, Permission.VIEW_PEOPLE, this::show);
        form(
                routes,
                base + "/start",
                Permission.EDIT_PEOPLE,
                (staff, id, form) -> resettlements.start(staff, id, read(form)));
        form(
                routes,
                base + "/take-over",
                Permission.EDIT_PEOPLE,
                (staff, id, form) -> resettlements.takeOver(staff, id));
        form(
                routes,
                base + "/change",
                Permission.EDIT_PEOPLE,
                (staff, id, form) -> resettlements.change(staff, id, read(form)));
        form(
                routes,
                base + "/notice",
                Permission.EDIT_PEOPLE,
                (staff, id, form) -> resettlements.notice(
                        staff, id, form.text("noticeOn"), form.text("receiptOn"), form.text("version")));
        form(
                routes,
                base + "/met",
                Permission.EDIT_PEOPLE,
                (staff, id, form) -> resettlements.met(
                        staff, id, form.text("metOn"), form.text("metBy"), form.text("notMet"), form.text("version")));
        form(
                routes,
                base + "/end",
                Permission.EDIT_PEOPLE,
                (staff, id, form) -> resettlements.end(staff, id, form.text("reason"), form.text("note")));
        form(
                routes,
                base + "/pair",
                Permission.EDIT_PEOPLE,
                (staff, id, form) -> help.pair(
                        staff,
                        id,
                        new HelpService.PairingForm(
                                form.text("staffId"), form.text("helper"), form.text("phone"), form.text("from"))));
        form(
                routes,
                base + "/listing",
                Permission.EDIT_PEOPLE,
                (staff, id, form) -> help.list(
                        staff,
                        id,
                        new HelpService.ListingForm(
                                form.text("place"),
                                form.text("organisationId"),
                                form.text("name"),
                                form.text("toldOn"),
                                form.text("confirmedOn"))));
        form(
                routes,
                base + "/visit",
                Permission.RECORD_WORK,
                (staff, id, form) -> help.visit(
                        staff,
                        id,
                        new HelpService.VisitForm(
                                form.text("visitedOn"),
                                form.text("visitor"),
                                form.text("way"),
                                form.text("findings"),
                                form.text("needs"))));
        form(
                routes,
                base + "/place",
                Permission.RECORD_WORK,
                (staff, id, form) ->
                        bases.place(staff, id, form.text("baseId"), form.text("work"), form.text("placedFrom")));
        form(
                routes,
                base + "/leave",
                Permission.RECORD_WORK,
                (staff, id, form) -> bases.leave(staff, id, form.text("leftOn")));
        routes.form(
                base + "/visits/{visit}/strike",
                Permission.RECORD_WORK,
                request -> answer(
                        request,
                        help.strike(
                                request.staff(),
                                request.id("id"),
                                request.id("visit"),
                                request.form().text("reason"))));
    }

    private interface Act {
        Outcome<Long> of(Staff staff, long personId, Form form);
    }

    private void form(Routes routes, String path, Permission permission, Act act) {
        routes.form(
                path,
                permission,
                request -> answer(request, act.of(request.staff(), request.id("id"), request.form())));
    }

    private Reply answer(Request request, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Ok<Long> ok -> Reply.redirect("/people/" + request.id("id") + "/resettlement");
            case Outcome.Invalid<Long>(Problems problems) ->
                Answers.missing(problems)
                        ? Reply.notFound()
                        : page(request, Answers.refused(request.form(), problems), problems.has(Problems.VERSION))
                                .withStatus(problems.has(Problems.VERSION) ? 409 : 422);
        };
    }

    private Reply show(Request request) {
        Map<String, List<String>> values = new LinkedHashMap<>(resettlements
                .standing(person(request).id())
                .map(Resettlement::fields)
                .orElse(Map.of()));
        values.put("visitor", List.of(request.staff().name()));
        return page(request, Form.of(values), false);
    }

    /** @param overtaken whether the form was refused because someone else has saved meanwhile: what differs is shown */
    private Reply page(Request request, Form form, boolean overtaken) {
        Person person = person(request);
        Staff staff = request.staff();
        List<Resettlement> all = resettlements.ofPerson(person.id());
        Optional<Help> done = all.stream()
                .filter(one -> one.endedOn().isEmpty())
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(help::of);
        boolean edits = staff.may(Permission.EDIT_PEOPLE);
        ResettlementView.Choices lists = new ResettlementView.Choices(
                edits ? choices.officers(staff) : List.of(),
                edits ? help.places() : List.of(),
                staff.may(Permission.RECORD_WORK) ? bases.list(staff) : List.of());
        return Reply.html(
                "resettlement/person", page -> ResettlementView.of(page, person, all, done, lists, form, overtaken));
    }

    private Person person(Request request) {
        return people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }

    private static ResettlementForm read(Form form) {
        return new ResettlementForm(
                form.text("origin"),
                form.text("releasedOn"),
                List.copyOf(form.list("keyReasons")),
                form.text("version"));
    }
}
