package org.guitu.web.zones;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.guitu.geofence.judgement.Finding;
import org.guitu.web.access.Permission;
import org.guitu.web.form.Answers;
import org.guitu.web.form.Outcome;
import org.guitu.web.form.Problems;
import org.guitu.web.form.WeeklyHours;
import org.guitu.web.http.Refusal;
import org.guitu.web.http.Reply;
import org.guitu.web.http.Request;
import org.guitu.web.http.Routes;
import org.guitu.web.people.PeopleService;
import org.jspecify.annotations.Nullable;

/** Zones as JSON: areas as GeoJSON Features, schedules as the tools write them. */
final class ZonesApi {

    /** Hours as the tools write them; without {@code weekly} at all hours but for the rest. */
    record Schedule(
            @Nullable String timezone,
            @Nullable List<Window> weekly,
            @Nullable List<Day> dates,
            @Nullable List<Pause> pauses) {}

    /** One window of it. */
    record Window(
            @Nullable List<String> days,
            @Nullable String from,
            @Nullable String to) {}

    /** A date with other hours, or none. */
    record Day(@Nullable String date, @Nullable List<Span> hours) {}

    /** Hours of a date. */
    record Span(@Nullable String from, @Nullable String to) {}

    /** Approved leave. */
    record Pause(
            @Nullable String from,
            @Nullable String to,
            @Nullable String note) {}

    /** A zone as it is to be; {@code schedule} absent: at all hours. {@code version} only when changing one. */
    record Order(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable String kind,
            @Nullable JsonNode area,
            @Nullable Long placeGroupId,
            @Nullable Integer dwellMinutes,
            @Nullable Integer approachM,
            @Nullable Schedule schedule,
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable Boolean correction,
            @Nullable String note) {}

    /** Why a zone ends. */
    record End(@Nullable String reason) {}

    private static final ZoneForm.Times ALWAYS = new ZoneForm.Times("on", "", List.of(), List.of(), List.of());

    private static final UnaryOperator<String> SAME = UnaryOperator.identity();

    private final ZoneService zones;
    private final ZonePreviews previews;
    private final PeopleService people;

    ZonesApi(ZoneService zones, ZonePreviews previews, PeopleService people) {
        this.zones = zones;
        this.previews = previews;
        this.people = people;
    }

    void mount(Routes routes) {
        routes.api("GET", "/api/v1/people/{id}/zones", Permission.VIEW_ZONES, this::list);
        routes.api("POST", "/api/v1/people/{id}/zones", Permission.EDIT_ZONES, this::create);
        routes.api("POST", "/api/v1/people/{id}/zones/preview", Permission.EDIT_ZONES, this::preview);
        routes.api("PUT", "/api/v1/people/{id}/zones/{zone}", Permission.EDIT_ZONES, this::revise);
        routes.api("POST", "/api/v1/people/{id}/zones/{zone}/end", Permission.EDIT_ZONES, this::end);
        routes.api("POST", "/api/v1/people/{id}/zones/{zone}/undo-end", Permission.EDIT_ZONES, this::undoEnd);
        routes.api("POST", "/api/v1/people/{id}/zones/{zone}/suspend", Permission.EDIT_ZONES, this::suspend);
        routes.api("POST", "/api/v1/people/{id}/zones/{zone}/resume", Permission.EDIT_ZONES, this::resume);
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
        Order order = request.json(Order.class);
        return answer(request, zones.create(request.staff(), request.id("id"), form(order)), 201, names(order));
    }

    private Reply preview(Request request) {
        if (!request.staff().may(Permission.VIEW_TRACKS)) {
            throw new Refusal(403, "ui.error.403");
        }
        Order order = request.json(Order.class);
        return switch (previews.of(request.staff(), request.id("id"), form(order))) {
            case Outcome.Ok<ZonePreview>(ZonePreview preview) -> Reply.json(json(preview));
            case Outcome.Invalid<ZonePreview>(Problems problems) -> Answers.problem(problems.named(names(order)));
        };
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
                200,
                names(order));
    }

    private Reply end(Request request) {
        String reason = Answers.orEmpty(request.json(End.class).reason());
        return answer(request, zones.end(request.staff(), request.id("id"), request.id("zone"), reason), 200, SAME);
    }

    private Reply undoEnd(Request request) {
        return answer(request, zones.undoEnd(request.staff(), request.id("id"), request.id("zone")), 200, SAME);
    }

    private Reply suspend(Request request) {
        ZoneForm.PauseRow pause = row(request.json(Pause.class));
        return answer(
                request,
                zones.suspend(request.staff(), request.id("id"), request.id("zone"), pause),
                200,
                ZoneApiNames::ofPause);
    }

    private Reply resume(Request request) {
        Pause pause = request.json(Pause.class);
        return answer(
                request,
                zones.resume(
                        request.staff(),
                        request.id("id"),
                        request.id("zone"),
                        Answers.orEmpty(pause.from()),
                        Answers.orEmpty(pause.to())),
                200,
                SAME);
    }

    private static UnaryOperator<String> names(Order order) {
        return field -> ZoneApiNames.of(field, order.schedule());
    }

    private Reply answer(Request request, Outcome<Long> outcome, int status, UnaryOperator<String> names) {
        return switch (outcome) {
            case Outcome.Ok<Long>(Long id) ->
                Reply.json(json(zones.find(request.staff(), request.id("id"), id)
                                .orElseThrow(Refusal::notFound)))
                        .withStatus(status);
            case Outcome.Invalid<Long>(Problems problems) -> Answers.problem(problems.named(names));
        };
    }

    private static ZoneForm form(Order order) {
        JsonNode area = order.area() == null ? NullNode.getInstance() : order.area();
        return new ZoneForm(
                Answers.orEmpty(order.name()),
                Answers.orEmpty(order.kind()),
                new ZoneForm.Ground(
                        area.isNull() ? "" : area.toString(), "", "", List.of(), "", "", text(order.placeGroupId())),
                text(order.dwellMinutes()),
                text(order.approachM()),
                order.schedule() == null ? ALWAYS : times(order.schedule()),
                Answers.orEmpty(order.validFrom()),
                Answers.orEmpty(order.validTo()),
                Boolean.TRUE.equals(order.correction()) ? "on" : "",
                Answers.orEmpty(order.note()));
    }

    private static ZoneForm.Times times(Schedule schedule) {
        List<WeeklyHours.Row> windows = Answers.orEmpty(schedule.weekly()).stream()
                .map(window -> new WeeklyHours.Row(
                        Answers.orEmpty(window.days()), Answers.orEmpty(window.from()), Answers.orEmpty(window.to())))
                .toList();
        List<ZoneForm.OddDay> dates = Answers.orEmpty(schedule.dates()).stream()
                .flatMap(ZonesApi::rows)
                .toList();
        List<ZoneForm.PauseRow> pauses =
                Answers.orEmpty(schedule.pauses()).stream().map(ZonesApi::row).toList();
        boolean exceptionsOnly = windows.isEmpty() && !(dates.isEmpty() && pauses.isEmpty());
        return new ZoneForm.Times(
                exceptionsOnly ? "on" : "", Answers.orEmpty(schedule.timezone()), windows, dates, pauses);
    }

    private static Stream<ZoneForm.OddDay> rows(Day day) {
        String date = Answers.orEmpty(day.date());
        List<Span> hours = Answers.orEmpty(day.hours());
        return hours.isEmpty()
                ? Stream.of(new ZoneForm.OddDay(date, "", ""))
                : hours.stream()
                        .map(open ->
                                new ZoneForm.OddDay(date, Answers.orEmpty(open.from()), Answers.orEmpty(open.to())));
    }

    private static ZoneForm.PauseRow row(Pause pause) {
        return new ZoneForm.PauseRow(
                Answers.orEmpty(pause.from()), Answers.orEmpty(pause.to()), Answers.orEmpty(pause.note()));
    }

    private static String text(@Nullable Number number) {
        return number == null ? "" : number.toString();
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
        ZoneOrders.placeGroupId(zone.order()).ifPresent(group -> json.put("placeGroupId", group));
        ZoneOrders.dwellSeconds(zone.order()).ifPresent(seconds -> json.put("dwellMinutes", seconds / 60));
        ZoneOrders.approachMeters(zone.order()).ifPresent(meters -> json.put("approachM", meters));
        zone.schedule().ifPresent(schedule -> json.put("schedule", ZoneHoursJson.write(zone.hours())));
        json.put("validFrom", zone.validFrom());
        zone.validTo().ifPresent(to -> json.put("validTo", to));
        zone.endedAt().ifPresent(at -> json.put("endedAt", at));
        json.put("note", zone.note());
        return json;
    }

    private static Map<String, Object> json(ZonePreview preview) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", preview.found().from());
        json.put("to", preview.found().to());
        json.put("fixes", preview.found().fixes());
        json.put("observedShare", preview.observedShare());
        json.put(
                "items", preview.found().findings().stream().map(ZonesApi::json).toList());
        return json;
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", finding.kind());
        json.put("startedAt", finding.start());
        json.put("confirmedAt", finding.confirmedAt());
        Optional.ofNullable(finding.end()).ifPresent(end -> json.put("endedAt", end));
        json.put("depthM", finding.depthMeters());
        json.put("fixes", finding.fixes());
        return json;
    }
}
