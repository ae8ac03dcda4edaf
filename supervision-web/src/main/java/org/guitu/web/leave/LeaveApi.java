package org.guitu.web.leave;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Json;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.PeopleService;
import org.guitu.web.zones.ZoneForm;
import org.jspecify.annotations.Nullable;

/** Leave for programs: a list, and an application. */
final class LeaveApi {

    /** An application as JSON. */
    record Application(
            @Nullable String reason,
            @Nullable String destination,
            @Nullable JsonNode area,
            @Nullable Long placeId,
            @Nullable String firstDay,
            @Nullable String lastDay,
            @Nullable String proof,
            @Nullable String documentNumber,
            @Nullable String companion,
            @Nullable String phone,
            @Nullable String urgency,
            @Nullable String appliedOn,
            @Nullable Long extendsId) {

        LeaveForm form() {
            return new LeaveForm(
                    Answers.orEmpty(reason),
                    Answers.orEmpty(destination),
                    new ZoneForm.Ground(
                            area == null || area.isNull() ? "" : Json.write(area),
                            "",
                            "",
                            List.of(),
                            placeId == null ? "" : Long.toString(placeId),
                            "",
                            ""),
                    Answers.orEmpty(firstDay),
                    Answers.orEmpty(lastDay),
                    Answers.orEmpty(proof),
                    Answers.orEmpty(documentNumber),
                    Answers.orEmpty(companion),
                    Answers.orEmpty(phone),
                    Answers.orEmpty(urgency),
                    Answers.orEmpty(appliedOn),
                    extendsId == null ? "" : Long.toString(extendsId));
        }
    }

    /** A leave as JSON. */
    record Item(
            long id,
            long personId,
            LeaveReason reason,
            String destination,
            JsonNode area,
            LocalDate firstDay,
            LocalDate lastDay,
            LocalDate appliedOn,
            LeaveAuthority.Level authority,
            int days,
            int totalDays,
            Leave.State state,
            @Nullable Instant decidedAt,
            @Nullable Instant endedAt,
            @Nullable Long extendsId) {

        static Item of(Leave leave, Instant now) {
            return new Item(
                    leave.id(),
                    leave.personId(),
                    leave.reason(),
                    leave.destination(),
                    Json.tree(leave.area()),
                    leave.firstDay(),
                    leave.lastDay(),
                    leave.appliedOn(),
                    leave.authority(),
                    leave.days(),
                    leave.totalDays(),
                    leave.state(now),
                    leave.decision().map(Leave.Decision::at).orElse(null),
                    leave.end().map(Leave.End::at).orElse(null),
                    leave.extendsId().orElse(null));
        }
    }

    private final LeaveService leave;
    private final PeopleService people;

    LeaveApi(LeaveService leave, PeopleService people) {
        this.leave = leave;
        this.people = people;
    }

    void mount(Routes routes) {
        routes.api("GET", "/api/v1/people/{id}/leaves", Permission.VIEW_PEOPLE, this::list);
        routes.api("POST", "/api/v1/people/{id}/leaves", Permission.EDIT_PEOPLE, this::apply);
    }

    private Reply list(Request request) {
        long personId = request.id("id");
        if (people.find(request.staff(), personId).isEmpty()) {
            return Reply.notFound();
        }
        Instant now = leave.now();
        return Reply.json(Map.of(
                "items",
                leave.list(request.staff(), personId).stream()
                        .map(one -> Item.of(one, now))
                        .toList()));
    }

    private Reply apply(Request request) {
        long personId = request.id("id");
        Application application = request.json(Application.class);
        return switch (leave.apply(request.staff(), personId, application.form())) {
            case Outcome.Ok<Long>(Long id) ->
                Reply.json(Item.of(
                                leave.find(request.staff(), personId, id).orElseThrow(Refusal::notFound), leave.now()))
                        .withStatus(201);
            case Outcome.Invalid<Long>(Problems problems) -> Answers.problem(problems);
        };
    }
}
