package org.guitu.web.findings;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
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
import org.guitu.web.people.Person;

/** The page "why": first the purpose, then the evidence. */
public final class FindingsFeature implements Feature {

    private final FindingService findings;
    private final InstantSource clock;

    public FindingsFeature(FindingService findings, InstantSource clock) {
        this.findings = findings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "findings";
    }

    @Override
    public void mount(Routes routes) {
        routes.page("/findings/{id}", Permission.VIEW_TRACKS, this::ask);
        routes.form("/findings/{id}", Permission.VIEW_TRACKS, this::open);
        routes.page("/findings/{id}/{viewing}", Permission.VIEW_TRACKS, this::show);
        routes.api("GET", "/api/v1/findings/{id}/evidence", Permission.VIEW_TRACKS, this::json);
    }

    private Reply ask(Request request) {
        return ask(person(request), request.id("id"), Form.filled(Map.of("purpose", "ALERT")));
    }

    private static Reply ask(Person person, long findingId, Form form) {
        return Reply.html("findings/ask", page -> FindingAskView.of(page, form, person, findingId));
    }

    private Reply open(Request request) {
        Form form = request.form();
        Person person = person(request);
        long id = request.id("id");
        return switch (findings.open(request.staff(), id, form.text("purpose"), form.text("reason"))) {
            case Outcome.Ok<Long>(Long viewing) -> Reply.redirect("/findings/" + id + "/" + viewing);
            case Outcome.Invalid<Long>(Problems problems) ->
                ask(person, id, Answers.refused(form, problems)).withStatus(422);
        };
    }

    private Reply show(Request request) {
        long id = request.id("id");
        Optional<FindingViewing> viewing = findings.find(request.staff(), id, request.id("viewing"));
        if (viewing.isEmpty()) {
            person(request); // what the reader may not see is not there at all
            return Reply.redirect("/findings/" + id);
        }
        Why why = findings.read(request.staff(), id);
        Instant now = clock.instant();
        return Reply.html("findings/finding", page -> FindingView.of(page, why, viewing.get(), now));
    }

    /** For programs: the purpose is stated with the request, and each request is a view of its own. */
    private Reply json(Request request) {
        long id = request.id("id");
        String purpose = request.query("purpose").orElse("");
        String reason = request.query("reason").orElse("");
        return switch (findings.open(request.staff(), id, purpose, reason)) {
            case Outcome.Ok<Long> ok -> Reply.json(FindingJson.of(findings.read(request.staff(), id)));
            case Outcome.Invalid<Long>(Problems problems) -> Answers.problem(problems);
        };
    }

    private Person person(Request request) {
        return findings.person(request.staff(), request.id("id")).orElseThrow(Refusal::notFound);
    }
}
