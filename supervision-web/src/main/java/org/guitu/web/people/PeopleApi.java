package org.guitu.web.people;

import java.util.LinkedHashMap;
import java.util.Map;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;

/** People as JSON. Identity numbers are masked in lists and left whole in a person's own record. */
final class PeopleApi {

    /** What changes a person: the version that was read, and the whole person as it is to be. */
    record Edit(int version, PersonForm person) {}

    private final PeopleService people;

    PeopleApi(PeopleService people) {
        this.people = people;
    }

    void mount(Routes routes) {
        routes.api("GET", "/api/v1/people", Permission.VIEW_PEOPLE, this::list);
        routes.api("POST", "/api/v1/people", Permission.EDIT_PEOPLE, this::create);
        routes.api("GET", "/api/v1/people/{id}", Permission.VIEW_PEOPLE, this::show);
        routes.api("PUT", "/api/v1/people/{id}", Permission.EDIT_PEOPLE, this::edit);
    }

    private Reply list(Request request) {
        int limit = (int) request.queryLong("limit").orElse(50);
        Found found = people.search(
                request.staff(), PersonQuery.of(request.queryForm()).limitedTo(limit));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", found.people());
        found.next().ifPresent(next -> body.put("next", next));
        return Reply.json(body);
    }

    private Reply create(Request request) {
        return switch (people.create(request.staff(), request.json(PersonForm.class))) {
            case Outcome.Ok<Long>(Long id) -> person(request, id).withStatus(201);
            case Outcome.Invalid<Long>(Problems problems) -> Answers.problem(problems);
        };
    }

    private Reply show(Request request) {
        long id = request.id("id");
        Reply reply = person(request, id);
        people.opened(request.staff(), id);
        return reply;
    }

    private Reply edit(Request request) {
        Edit edit = request.json(Edit.class);
        return switch (people.edit(request.staff(), request.id("id"), edit.version(), edit.person())) {
            case Outcome.Ok<Long>(Long id) -> person(request, id);
            case Outcome.Invalid<Long>(Problems problems) -> Answers.problem(problems);
        };
    }

    private Reply person(Request request, long id) {
        return Reply.json(people.find(request.staff(), id).orElseThrow(Refusal::notFound));
    }
}
