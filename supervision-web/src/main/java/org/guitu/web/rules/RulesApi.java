package org.guitu.web.rules;

import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guitu.geofence.rule.Order;
import org.guitu.ingest.registry.ScheduleJson;
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

/** Rules as JSON: lengths in metres, times in seconds, schedules as the tools write them. */
final class RulesApi {

    /** A weekly schedule as the tools write it. */
    record Schedule(@Nullable String timezone, @Nullable List<Window> weekly) {}

    /** One window of it. */
    record Window(
            @Nullable List<String> days,
            @Nullable String from,
            @Nullable String to) {}

    /** A rule as it is to be; {@code schedule} absent: at all hours. */
    record Ordered(
            @Nullable String kind,
            @Nullable Long fixEveryS,
            @Nullable Long sendEveryS,
            @Nullable Long bufferS,
            @Nullable Long meters,
            @Nullable Long otherPersonId,
            @Nullable Schedule schedule,
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable String note) {}

    /** Why a rule ends. */
    record End(@Nullable String reason) {}

    private final RuleService rules;
    private final PeopleService people;

    RulesApi(RuleService rules, PeopleService people) {
        this.rules = rules;
        this.people = people;
    }

    void mount(Routes routes) {
        routes.api("GET", "/api/v1/people/{id}/rules", Permission.VIEW_ZONES, this::list);
        routes.api("POST", "/api/v1/people/{id}/rules", Permission.EDIT_ZONES, this::create);
        routes.api("POST", "/api/v1/people/{id}/rules/{rule}/end", Permission.EDIT_ZONES, this::end);
    }

    private Reply list(Request request) {
        long personId = request.id("id");
        if (people.find(request.staff(), personId).isEmpty()) {
            return Reply.notFound();
        }
        return Reply.json(Map.of(
                "items",
                rules.list(request.staff(), personId).stream()
                        .map(rule -> json(request, rule))
                        .toList()));
    }

    private Reply create(Request request) {
        return answer(request, rules.create(request.staff(), request.id("id"), form(request.json(Ordered.class))), 201);
    }

    private Reply end(Request request) {
        String reason = Answers.orEmpty(request.json(End.class).reason());
        return answer(request, rules.end(request.staff(), request.id("id"), request.id("rule"), reason), 200);
    }

    private Reply answer(Request request, Outcome<Long> outcome, int status) {
        return switch (outcome) {
            case Outcome.Ok<Long>(Long id) ->
                Reply.json(json(
                                request,
                                rules.find(request.staff(), request.id("id"), id)
                                        .orElseThrow(Refusal::notFound)))
                        .withStatus(status);
            case Outcome.Invalid<Long>(Problems problems) -> Answers.problem(problems.named(RulesApi::name));
        };
    }

    /** What the API calls a field of the form. */
    private static String name(String field) {
        return switch (field) {
            case "fixMinutes" -> "fixEveryS";
            case "sendMinutes" -> "sendEveryS";
            case "bufferMinutes" -> "bufferS";
            case "otherId" -> "otherPersonId";
            default -> WeeklyHours.apiName(field);
        };
    }

    private static RuleForm form(Ordered order) {
        Optional<Schedule> schedule = Optional.ofNullable(order.schedule());
        List<WeeklyHours.Row> windows = new ArrayList<>();
        schedule.ifPresent(weekly -> Answers.orEmpty(weekly.weekly())
                .forEach(window -> windows.add(new WeeklyHours.Row(
                        Answers.orEmpty(window.days()),
                        Answers.orEmpty(window.from()),
                        Answers.orEmpty(window.to())))));
        return new RuleForm(
                Answers.orEmpty(order.kind()),
                minutes(order.fixEveryS()),
                minutes(order.sendEveryS()),
                minutes(order.bufferS()),
                text(order.meters()),
                text(order.otherPersonId()),
                schedule.isPresent() ? "" : "on",
                schedule.map(weekly -> Answers.orEmpty(weekly.timezone())).orElse(""),
                windows,
                Answers.orEmpty(order.validFrom()),
                Answers.orEmpty(order.validTo()),
                Answers.orEmpty(order.note()));
    }

    private static String minutes(@Nullable Long seconds) {
        return seconds == null ? "" : RuleForm.minutes(Duration.ofSeconds(seconds));
    }

    private static String text(@Nullable Long number) {
        return number == null ? "" : number.toString();
    }

    /** The other person is told of only to those who may see that person. */
    private Map<String, Object> json(Request request, OrderedRule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", rule.id());
        json.put("personId", rule.personId());
        json.put("ruleId", rule.judgedId());
        json.put("version", rule.version());
        json.put("kind", rule.kind());
        switch (rule.order()) {
            case Order.ReportEvery plan -> {
                json.put("fixEveryS", plan.fixEvery().toSeconds());
                json.put("sendEveryS", plan.sendEvery().toSeconds());
                json.put("bufferS", plan.buffer().toSeconds());
            }
            case Order.StayTogether together -> json.put("meters", together.meters());
            case Order.KeepAway away -> json.put("meters", away.meters());
            case Order.StayIn stay -> {}
            case Order.KeepOut out -> {}
        }
        rule.otherId()
                .filter(id -> people.find(request.staff(), id).isPresent())
                .ifPresent(id -> json.put("otherPersonId", id));
        rule.schedule().ifPresent(weekly -> json.put("schedule", new RawValue(ScheduleJson.write(weekly))));
        json.put("validFrom", rule.validFrom());
        rule.validTo().ifPresent(to -> json.put("validTo", to));
        rule.endedAt().ifPresent(at -> json.put("endedAt", at));
        json.put("note", rule.note());
        return json;
    }
}
