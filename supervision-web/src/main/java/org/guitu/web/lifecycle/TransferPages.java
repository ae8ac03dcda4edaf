package org.guitu.web.lifecycle;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guitu.web.access.Organisation;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Form;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.PeopleService;
import org.guitu.web.people.Person;

/** The page of changes of place. */
final class TransferPages {

    private final TransferService transfers;
    private final PeopleService people;
    private final InstantSource clock;

    TransferPages(TransferService transfers, PeopleService people, InstantSource clock) {
        this.transfers = transfers;
        this.people = people;
        this.clock = clock;
    }

    void mount(Routes routes) {
        routes.page("/people/{id}/transfer", Permission.VIEW_PEOPLE, this::show);
        routes.form("/people/{id}/transfer", Permission.EDIT_PEOPLE, this::apply);
        routes.form("/people/{id}/transfer/act", Permission.EDIT_PEOPLE, this::act);
    }

    private Reply show(Request request) {
        Person person = find(request);
        String today = LocalDate.ofInstant(clock.instant(), person.zone()).toString();
        return page(person, Form.filled(Map.of("appliedOn", today, "on", today)));
    }

    private Reply page(Person person, Form form) {
        List<Transfer> all = transfers.list(person.id());
        List<Organisation> destinations = transfers.destinations();
        return Reply.html("lifecycle/transfer", page -> TransferView.of(page, person, all, destinations, form));
    }

    private Reply apply(Request request) {
        Form form = request.form();
        return answered(request, form, transfers.apply(request.staff(), request.id("id"), form));
    }

    private Reply act(Request request) {
        Form form = request.form();
        return answered(request, form, transfers.act(request.staff(), request.id("id"), form));
    }

    private Reply answered(Request request, Form form, Outcome<Long> outcome) {
        return switch (outcome) {
            case Outcome.Ok<Long>(Long id) ->
                // Whoever has just moved out of one's subtree cannot be shown any more.
                people.find(request.staff(), request.id("id")).isPresent()
                        ? Reply.redirect("/people/" + request.id("id") + "/transfer")
                        : Reply.redirect("/people");
            case Outcome.Invalid<Long>(Problems problems) ->
                page(find(request), Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Person find(Request request) {
        return people.find(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }
}
