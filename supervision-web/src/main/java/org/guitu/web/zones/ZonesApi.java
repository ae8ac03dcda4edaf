package org.guitu.web.zones;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.PeopleService;
import org.jspecify.annotations.Nullable;

/** Zones as JSON: areas as GeoJSON Features, schedules as the tools write them. */
final class ZonesApi {

    /** A weekly schedule as the tools write it. */
    record Schedule(@Nullable String timezone, @Nullable List<Window> weekly) {}

    /** One window of it. */
    record Window(
            @Nullable List<String> days,
            @Nullable String from,
            @Nullable String to) {}

    /** A zone as it is to be; {@code schedule} absent: at all hours. {@code version} only when changing one. */
    record Order(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable String kind,
            @Nullable JsonNode area,
            @Nullable Schedule schedule,
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable Boolean correction,
            @Nullable String note) {}

    /** Why a zone ends. */
    record End(@Nullable String reason) {}

    private final ZoneService zones;
    private final PeopleService people;

    ZonesApi(ZoneService zones, PeopleService people) {
        this.zones = zones;
        this.people = people;
    }

    void mount(Routes routes) {
        routes.api("GET", "/api/v1/people/{id}/zones", Permission.VIEW_ZONES, this::list);
        routes.api("POST", "/api/v1/people/{id}/zones", Permission.EDIT_ZONES, this::create);
        routes.api("PUT", "/api/v1/people/{id}/zones/{zone}", Permission.EDIT_ZONES, this::revise);
        routes.api("POST", "/api/v1/people/{id}/zones/{zone}/end", Permission.EDIT_ZONES, this::end);
        routes.api("POST", "/api/v1/people/{id}/zones/{zone}/undo-end", Permission.EDIT_ZONES, this::undoEnd);
    }

    private Reply list(Request request) {
        long personId = request.id("id");
        if (people.find(request.staff(), personId).isEmpty()) {
            return Reply.notFound();
        }
        return Reply.json(Map.of(
                "items",
                zones.list(request.staff(), personId).stream()
                        .map(ZonesApi::json)
                        .toList()));
    }

    private Reply create(Request request) {
        return answer(request, zones.create(request.staff(), request.id("id"), form(request.json(Order.class))), 201);
    }

    private Reply revise(Request request) {
        Order order = request.json(Order.class);
        Integer version = order.version();
        return answer(
                request,
                zones.revise(
                        request.staff(),
                        request.id("id"),
                        request.id("zone"),
                        version == null ? 0 : version,
                        form(order)),
                200);
    }

    private Reply end(Request request) {
        String reason = Answers.orEmpty(request.json(End.class).reason());
        return answer(request, zones.end(request.staff(), request.id("id"), request.id("zone"), reason), 200);
    }

    private Reply undoEnd(Request request) {
        return answer(request, zones.undoEnd(request.staff(), request.id("id"), request.id("zone")), 200);
    }

    private Reply answer(Request request, Outcome<Long> outcome, int status) {
        return switch (outcome) {
            case Outcome.Ok<Long>(Long id) ->
                Reply.json(json(zones.find(request.staff(), request.id("id"), id)
                                .orElseThrow(Refusal::notFound)))
                        .withStatus(status);
            case Outcome.Invalid<Long>(Problems problems) -> Answers.problem(problems);
        };
    }

    private static ZoneForm form(Order order) {
        Optional<Schedule> schedule = Optional.ofNullable(order.schedule());
        List<ZoneForm.Window> windows = new ArrayList<>();
        schedule.ifPresent(weekly -> Answers.orEmpty(weekly.weekly())
                .forEach(window -> windows.add(new ZoneForm.Window(
                        Answers.orEmpty(window.days()),
                        Answers.orEmpty(window.from()),
                        Answers.orEmpty(window.to())))));
        JsonNode area = order.area() == null ? NullNode.getInstance() : order.area();
        return new ZoneForm(
                Answers.orEmpty(order.name()),
                Answers.orEmpty(order.kind()),
                area.isNull() ? "" : area.toString(),
                "",
                "",
                "",
                "",
                schedule.isPresent() ? "" : "on",
                schedule.map(weekly -> Answers.orEmpty(weekly.timezone())).orElse(""),
                windows,
                Answers.orEmpty(order.validFrom()),
                Answers.orEmpty(order.validTo()),
                Boolean.TRUE.equals(order.correction()) ? "on" : "",
                Answers.orEmpty(order.note()));
    }

    private static Map<String, Object> json(Zone zone) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", zone.id());
        json.put("personId", zone.personId());
        json.put("ruleId", zone.ruleId());
        json.put("version", zone.version());
        json.put("name", zone.name());
        json.put("kind", zone.kind());
        json.put("area", ZoneArea.write(zone.area()));
        zone.schedule().ifPresent(weekly -> json.put("schedule", ZoneSchedule.write(weekly)));
        json.put("validFrom", zone.validFrom());
        zone.validTo().ifPresent(to -> json.put("validTo", to));
        zone.endedAt().ifPresent(at -> json.put("endedAt", at));
        json.put("note", zone.note());
        return json;
    }
}
